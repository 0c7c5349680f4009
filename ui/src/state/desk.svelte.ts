/** What the window shows: the open book, the case, the place in it, what was said last. One for the whole page. */
import {
  casesKeys,
  casesList,
  casesOverview,
  deedsRedo,
  deedsUndo,
  deskSet,
  deskState,
  Refused,
  type Backup,
  type KeyRow,
  type ListedCase,
  type Overview,
  type SettingsChange,
  type State,
} from '../ipc'
import { phrases, say } from '../lang/phrases.svelte'

/** Where one can be in a case; `start` and `cases` are outside of any. */
export const PLACES = [
  'overview',
  'accounts',
  'import',
  'organisations',
  'regions',
  'timeline',
  'report',
  'log',
] as const
export type Place = 'start' | 'cases' | 'settings' | (typeof PLACES)[number]

/** Something that was said to the reader: a deed done, or a refusal. */
export interface Notice {
  kind: 'done' | 'refused'
  text: string
}

class Desk {
  state = $state.raw<State | null>(null)
  cases = $state.raw<ListedCase[]>([])
  keys = $state.raw<KeyRow[]>([])
  caseId = $state<number | null>(null)
  overview = $state.raw<Overview | null>(null)
  place = $state<Place>('start')
  /** A filter that another place asks the list of accounts for. */
  wanted = $state<string | null>(null)
  notice = $state.raw<Notice | null>(null)
  palette = $state(false)
  /** Work that runs and can be seen from every place: its words, and how far it is. */
  work = $state<{ name: string; text: string; done: number; of: number | null } | null>(null)
  now = $state(new Date().toISOString())
  #saved = $state<string | null>(null)

  /** The case's zone. */
  get zone(): string {
    return this.overview?.file.zone ?? 'UTC'
  }

  /** Whether the book can be changed. */
  get writable(): boolean {
    return this.state?.book?.writable ?? false
  }

  /** When the page last heard that something was written. */
  get saved(): string | null {
    return this.#saved
  }

  /** `light` or `dark`, as set or as the system has it. */
  get theme(): 'light' | 'dark' {
    const set = this.state?.settings.theme
    if (set === 'light' || set === 'dark') return set
    return this.#systemDark ? 'dark' : 'light'
  }
  #systemDark = $state(false)

  /** Reads the state and speaks its language; then the page can be drawn. */
  async begin(): Promise<void> {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    this.#systemDark = dark.matches
    dark.addEventListener('change', (event) => (this.#systemDark = event.matches))
    await this.#take(await deskState())
    if (this.state?.book) await this.enter()
    // A copy that failed when the window was closed is said at the next start.
    else if (this.state?.settings.backup?.refused) this.saidOfBackup(this.state.settings.backup)
    setInterval(() => this.#tick(), 10_000)
  }

  async #take(state: State): Promise<void> {
    if (state.language !== phrases.language || !phrases.has('language-name')) await phrases.speak(state.language)
    this.state = state
    this.now = state.now
    document.documentElement.dataset['theme'] = this.theme
  }

  #tick(): void {
    if (this.state && !this.state.clock_stands) this.now = new Date().toISOString()
  }

  /** Reads the state again. */
  async refresh(): Promise<void> {
    await this.#take(await deskState())
  }

  /** Changes a setting. */
  async set(change: SettingsChange): Promise<void> {
    await this.try(async () => this.#take(await deskSet(change)))
    document.documentElement.dataset['theme'] = this.theme
  }

  /** After a book was opened: its cases, and the one case where there is only one. */
  async enter(): Promise<void> {
    await this.refresh()
    ;[this.cases, this.keys] = await Promise.all([casesList(), casesKeys()])
    const only = this.cases.length === 1 ? this.cases[0] : undefined
    if (only) await this.open(only.id)
    else this.leave()
  }

  /** Opens a case. */
  async open(id: number): Promise<void> {
    // Only what was read is open: a key that is pressed meanwhile finds no half of a case.
    this.overview = await casesOverview({ case: id })
    this.caseId = id
    this.place = 'overview'
  }

  /** Leaves the case, for the list of cases or the start. */
  leave(): void {
    this.caseId = null
    this.overview = null
    this.wanted = null
    this.place = this.state?.book ? 'cases' : 'start'
  }

  /** Reads the cases again. */
  async reloadCases(): Promise<void> {
    this.cases = await casesList()
  }

  /** Reads the case again, after something was changed in it. */
  async reload(): Promise<void> {
    if (this.caseId === null) return
    this.overview = await casesOverview({ case: this.caseId })
  }

  /** Goes to a place; `filter` is for the list of accounts. */
  go(place: Place, filter: string | null = null): void {
    if (filter !== null) this.wanted = filter
    this.place = place
  }

  /** After a change: says what was done, and reads the case again. */
  async changed(text: string): Promise<void> {
    this.#saved = this.state?.clock_stands ? this.now : new Date().toISOString()
    this.notice = { kind: 'done', text }
    await this.reload()
  }

  /** Does something; a refusal is said and not thrown. Whether it was done. */
  async try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (cause) {
      this.refuse(cause)
      return false
    }
  }

  /** Says what came of a copy of the book, where one was due. */
  saidOfBackup(backup: Backup | null): void {
    if (!backup) return
    this.notice = backup.refused
      ? { kind: 'refused', text: say('settings-backup-refused', { why: backup.refused }) }
      : { kind: 'done', text: say('settings-backed-up', { file: backup.name, folder: backup.folder }) }
  }

  /** Says why something was not done. */
  refuse(cause: unknown): void {
    this.notice = { kind: 'refused', text: this.worded(cause) }
  }

  /** Why something was not done, in words. */
  worded(cause: unknown): string {
    if (cause instanceof Refused) return cause.message
    console.error(cause)
    return say('error-internal')
  }

  async undo(): Promise<void> {
    if (this.caseId === null) return
    const id = this.caseId
    await this.try(async () => {
      const undone = await deedsUndo({ case: id })
      await this.changed(say('window-undone', { deed: deedWords(undone.verb), n: undone.changed, left: undone.left }))
    })
  }

  async redo(): Promise<void> {
    if (this.caseId === null) return
    const id = this.caseId
    await this.try(async () => {
      const done = await deedsRedo({ case: id })
      await this.changed(say('window-redone', { deed: deedWords(done.verb), n: done.changed, left: done.left }))
    })
  }
}

/** A deed's verb in words: `case.set` is the phrase `deed-case-set`. */
export const deedWords = (verb: string): string => {
  const id = `deed-${verb.replaceAll(/[._]/g, '-')}`
  return phrases.has(id) ? say(id) : verb
}

export const desk = new Desk()
