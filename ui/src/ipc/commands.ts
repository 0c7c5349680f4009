// Made from the registry of commands by `cargo xtask bindings`; not to be edited.

import type { About, AccountsAsked, Backup, CaseSettings, Chain, Chart, ChartAsked, Choosing, ChosenFile, Exported, Exporting, JournalAsked, JournalOf, JournalPage, KeyRow, Listed, ListedCase, Looks, Making, NewCase, NewPassphrase, OfCase, Opening, Overview, Passphrase, PastExport, Previewed, ReportAsked, Set, SettingsChange, State, Strength, UndoTo, Undone, UndoneTo, Verified, VerifyAsked, WhichBook, WhichExport, Work, Progress } from './types'
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

export const booksClose = (told?: (progress: Progress) => void): Promise<Backup | null> =>
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

export const reportsPreview = (args: ReportAsked, told?: (progress: Progress) => void): Promise<Previewed> =>
  ask('reports_preview', args, told)

export const reportsExport = (args: Exporting, told?: (progress: Progress) => void): Promise<Exported | null> =>
  ask('reports_export', args, told)

export const reportsPast = (args: OfCase, told?: (progress: Progress) => void): Promise<Array<PastExport>> =>
  ask('reports_past', args, told)

export const reportsLook = (args: WhichExport, told?: (progress: Progress) => void): Promise<string> =>
  ask('reports_look', args, told)

export const reportsAgain = (args: WhichExport, told?: (progress: Progress) => void): Promise<ChosenFile | null> =>
  ask('reports_again', args, told)

export const journalPage = (args: JournalAsked, told?: (progress: Progress) => void): Promise<JournalPage> =>
  ask('journal_page', args, told)

export const journalChain = (told?: (progress: Progress) => void): Promise<Chain> =>
  ask('journal_chain', null, told)

export const journalVerify = (args: VerifyAsked, told?: (progress: Progress) => void): Promise<Verified> =>
  ask('journal_verify', args, told)

export const journalCsv = (args: JournalOf, told?: (progress: Progress) => void): Promise<ChosenFile | null> =>
  ask('journal_csv', args, told)

export const journalUndoTo = (args: UndoTo, told?: (progress: Progress) => void): Promise<UndoneTo> =>
  ask('journal_undo_to', args, told)

export const settingsAbout = (told?: (progress: Progress) => void): Promise<About> =>
  ask('settings_about', null, told)

export const settingsChooseFolder = (told?: (progress: Progress) => void): Promise<ChosenFile | null> =>
  ask('settings_choose_folder', null, told)

export const settingsBackUp = (told?: (progress: Progress) => void): Promise<Backup> =>
  ask('settings_back_up', null, told)

export const settingsPassphrase = (args: NewPassphrase, told?: (progress: Progress) => void): Promise<null> =>
  ask('settings_passphrase', args, told)

export const accountsList = (args: AccountsAsked, told?: (progress: Progress) => void): Promise<Listed> =>
  ask('accounts_list', args, told)
