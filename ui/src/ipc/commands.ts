// Made from the registry of commands by `cargo xtask bindings`; not to be edited.

import type { Account, AccountsFirst, AccountsFound, Adopting, CaseSettings, Chart, ChartAsked, Choosing, ChosenFile, FilterTyped, Inspected, KeyRow, ListShown, ListWritten, ListedCase, Looks, Making, NewCase, OfCase, OneAccount, Opening, Overview, Passphrase, Set, SettingsChange, State, Strength, Suggestions, Tagged, Tagging, ToFill, Undone, ViewAsked, ViewPart, Viewed, WhichBook, Work, Progress } from './types'
import { ask } from './transport'

export const deskState = (told?: (progress: Progress) => void): Promise<State> =>
  ask('desk_state', null, told)

export const deskSet = (args: SettingsChange, told?: (progress: Progress) => void): Promise<State> =>
  ask('desk_set', args, told)

export const deskCancel = (args: Work, told?: (progress: Progress) => void): Promise<null> =>
  ask('desk_cancel', args, told)

export const booksChoose = (args: Choosing, told?: (progress: Progress) => void): Promise<ChosenFile | null> =>
  ask('books_choose', args, told)

export const booksLooks = (args: WhichBook, told?: (progress: Progress) => void): Promise<Looks> =>
  ask('books_looks', args, told)

export const booksStrength = (args: Passphrase, told?: (progress: Progress) => void): Promise<Strength> =>
  ask('books_strength', args, told)

export const booksOpen = (args: Opening, told?: (progress: Progress) => void): Promise<null> =>
  ask('books_open', args, told)

export const booksMake = (args: Making, told?: (progress: Progress) => void): Promise<null> =>
  ask('books_make', args, told)

export const booksClose = (told?: (progress: Progress) => void): Promise<null> =>
  ask('books_close', null, told)

export const booksSamples = (told?: (progress: Progress) => void): Promise<null> =>
  ask('books_samples', null, told)

export const casesList = (told?: (progress: Progress) => void): Promise<Array<ListedCase>> =>
  ask('cases_list', null, told)

export const casesNew = (args: NewCase, told?: (progress: Progress) => void): Promise<number> =>
  ask('cases_new', args, told)

export const casesOverview = (args: OfCase, told?: (progress: Progress) => void): Promise<Overview> =>
  ask('cases_overview', args, told)

export const casesSet = (args: CaseSettings, told?: (progress: Progress) => void): Promise<Set> =>
  ask('cases_set', args, told)

export const casesKeys = (told?: (progress: Progress) => void): Promise<Array<KeyRow>> =>
  ask('cases_keys', null, told)

export const chartsDraw = (args: ChartAsked, told?: (progress: Progress) => void): Promise<Chart> =>
  ask('charts_draw', args, told)

export const deedsUndo = (args: OfCase, told?: (progress: Progress) => void): Promise<Undone> =>
  ask('deeds_undo', args, told)

export const deedsRedo = (args: OfCase, told?: (progress: Progress) => void): Promise<Undone> =>
  ask('deeds_redo', args, told)

export const accountsFirst = (args: AccountsFirst, told?: (progress: Progress) => void): Promise<AccountsFound> =>
  ask('accounts_first', args, told)

export const accountsView = (args: ViewAsked, told?: (progress: Progress) => void): Promise<Viewed> =>
  ask('accounts_view', args, told)

export const accountsRows = (args: ViewPart, told?: (progress: Progress) => void): Promise<Array<Account>> =>
  ask('accounts_rows', args, told)

export const accountsIds = (args: ViewPart, told?: (progress: Progress) => void): Promise<Array<number>> =>
  ask('accounts_ids', args, told)

export const accountsSuggest = (args: FilterTyped, told?: (progress: Progress) => void): Promise<Suggestions> =>
  ask('accounts_suggest', args, told)

export const accountsInspect = (args: OneAccount, told?: (progress: Progress) => void): Promise<Inspected> =>
  ask('accounts_inspect', args, told)

export const taggingTag = (args: Tagging, told?: (progress: Progress) => void): Promise<Tagged> =>
  ask('tagging_tag', args, told)

export const taggingAdopt = (args: Adopting, told?: (progress: Progress) => void): Promise<number> =>
  ask('tagging_adopt', args, told)

export const listsCopy = (args: ListShown, told?: (progress: Progress) => void): Promise<string> =>
  ask('lists_copy', args, told)

export const listsWrite = (args: ListShown, told?: (progress: Progress) => void): Promise<ListWritten | null> =>
  ask('lists_write', args, told)

export const listsSheet = (args: ToFill, told?: (progress: Progress) => void): Promise<ListWritten | null> =>
  ask('lists_sheet', args, told)
