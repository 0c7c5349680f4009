// Made from the registry of commands by `cargo xtask bindings`; not to be edited.

import type { AccountsAsked, CaseSettings, Chart, ChartAsked, Choosing, ChosenFile, CountByName, CountToType, Deed, Grown, KeyRow, Listed, ListedCase, Looks, Making, NewCase, OfCase, OfNode, OfTree, Opening, Overview, Passphrase, Set, SettingsChange, State, Strength, TreeChanged, TreeChanging, Undone, WhichBook, Work, Written, Progress } from './types'
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

export const casesWritten = (args: OfCase, told?: (progress: Progress) => void): Promise<Written> =>
  ask('cases_written', args, told)

export const casesSetCount = (args: CountToType, told?: (progress: Progress) => void): Promise<number> =>
  ask('cases_set_count', args, told)

export const casesAdoptCount = (args: CountByName, told?: (progress: Progress) => void): Promise<null> =>
  ask('cases_adopt_count', args, told)

export const treesList = (args: OfTree, told?: (progress: Progress) => void): Promise<Grown> =>
  ask('trees_list', args, told)

export const treesChange = (args: TreeChanging, told?: (progress: Progress) => void): Promise<TreeChanged> =>
  ask('trees_change', args, told)

export const treesHistory = (args: OfNode, told?: (progress: Progress) => void): Promise<Array<Deed>> =>
  ask('trees_history', args, told)

export const chartsDraw = (args: ChartAsked, told?: (progress: Progress) => void): Promise<Chart> =>
  ask('charts_draw', args, told)

export const deedsUndo = (args: OfCase, told?: (progress: Progress) => void): Promise<Undone> =>
  ask('deeds_undo', args, told)

export const deedsRedo = (args: OfCase, told?: (progress: Progress) => void): Promise<Undone> =>
  ask('deeds_redo', args, told)

export const accountsList = (args: AccountsAsked, told?: (progress: Progress) => void): Promise<Listed> =>
  ask('accounts_list', args, told)
