// Made from the registry of commands by `cargo xtask bindings`; not to be edited.

import type { About, Account, AccountsFirst, AccountsFound, Adopting, Backup, CaseSettings, Chain, Chart, ChartAsked, Choosing, ChosenFile, ClosingAnswer, CopyElsewhere, CountByName, CountToKeep, CountToType, Deed, ExportRecord, Exported, Exporting, FileLook, FilterTyped, Grown, Inspected, JournalAsked, JournalDeed, JournalOf, JournalPage, KeyRow, LegalEntityOf, ListShown, ListWritten, ListedCase, Looks, Making, NewCase, NewPassphrase, OfCase, OfImport, OfNode, OfTree, OneAccount, Opening, Overview, Passphrase, PastImport, PlaceRow, Previewed, Ran, ReportAsked, RowChange, RowProblem, Set, SettingsChange, State, Strength, Suggestions, Tagged, Tagging, TakenBack, ToFill, ToImport, TreeChanged, TreeChanging, UndoTo, Undone, UndoneTo, Verified, VerifyAsked, ViewAsked, ViewPart, Viewed, WhichBook, WhichExport, Work, Written, Progress } from './types'
import { ask } from './transport'

export const deskState = (told?: (progress: Progress) => void): Promise<State> =>
  ask('desk_state', null, told)

export const deskSet = (args: SettingsChange, told?: (progress: Progress) => void): Promise<State> =>
  ask('desk_set', args, told)

export const deskCancel = (args: Work, told?: (progress: Progress) => void): Promise<null> =>
  ask('desk_cancel', args, told)

export const deskClosing = (args: ClosingAnswer, told?: (progress: Progress) => void): Promise<null> =>
  ask('desk_closing', args, told)

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

export const casesWritten = (args: OfCase, told?: (progress: Progress) => void): Promise<Written> =>
  ask('cases_written', args, told)

export const casesSetCount = (args: CountToType, told?: (progress: Progress) => void): Promise<number> =>
  ask('cases_set_count', args, told)

export const casesAdoptCount = (args: CountByName, told?: (progress: Progress) => void): Promise<null> =>
  ask('cases_adopt_count', args, told)

export const casesKeepCount = (args: CountToKeep, told?: (progress: Progress) => void): Promise<null> =>
  ask('cases_keep_count', args, told)

export const partiesElsewhere = (args: LegalEntityOf, told?: (progress: Progress) => void): Promise<Array<CopyElsewhere>> =>
  ask('parties_elsewhere', args, told)

export const placesList = (told?: (progress: Progress) => void): Promise<Array<PlaceRow>> =>
  ask('places_list', null, told)

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

export const reportsPreview = (args: ReportAsked, told?: (progress: Progress) => void): Promise<Previewed> =>
  ask('reports_preview', args, told)

export const reportsExport = (args: Exporting, told?: (progress: Progress) => void): Promise<Exported | null> =>
  ask('reports_export', args, told)

export const reportsPast = (args: OfCase, told?: (progress: Progress) => void): Promise<Array<ExportRecord>> =>
  ask('reports_past', args, told)

export const reportsLook = (args: WhichExport, told?: (progress: Progress) => void): Promise<string> =>
  ask('reports_look', args, told)

export const reportsAgain = (args: WhichExport, told?: (progress: Progress) => void): Promise<ChosenFile | null> =>
  ask('reports_again', args, told)

export const journalPage = (args: JournalAsked, told?: (progress: Progress) => void): Promise<JournalPage> =>
  ask('journal_page', args, told)

export const journalChanges = (args: JournalDeed, told?: (progress: Progress) => void): Promise<Array<RowChange>> =>
  ask('journal_changes', args, told)

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

export const importsChoose = (told?: (progress: Progress) => void): Promise<Array<ChosenFile>> =>
  ask('imports_choose', null, told)

export const importsLook = (args: ToImport, told?: (progress: Progress) => void): Promise<Array<FileLook>> =>
  ask('imports_look', args, told)

export const importsRun = (args: ToImport, told?: (progress: Progress) => void): Promise<Ran> =>
  ask('imports_run', args, told)

export const importsPast = (args: OfCase, told?: (progress: Progress) => void): Promise<Array<PastImport>> =>
  ask('imports_past', args, told)

export const importsProblems = (args: OfImport, told?: (progress: Progress) => void): Promise<Array<RowProblem>> =>
  ask('imports_problems', args, told)

export const importsTakeBack = (args: OfImport, told?: (progress: Progress) => void): Promise<TakenBack> =>
  ask('imports_take_back', args, told)

export const importsRejects = (args: OfImport, told?: (progress: Progress) => void): Promise<ChosenFile | null> =>
  ask('imports_rejects', args, told)

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
