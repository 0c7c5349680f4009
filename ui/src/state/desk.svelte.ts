/** What the window shows: the open book, the case, the place in it, what was said last. One for the whole page. */
import { untrack } from 'svelte'

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
import { keeping } from './keeping.svelte'
import { ofBook, ofCase, renewBook, renewCase, turn } from './scope.svelte'

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

/** Something that was said to the reader: a deed done, a refusal, a warning. */
export interface Notice {
  kind: 'done' | 'refused' | 'warned'
  text: string
}

class InBook {
  cases = $state.raw<ListedCase[]>([])
  saved = $state<string | null>(null)
}
const book = ofBook(() => new InBook())

class InCase {
  overview = $state.raw<Overview | null>(null)
  wanted = $state<string | null>(null)
  notice = $state.raw<Notice | null>(null)
  constructor(readonly id: number | null) {}
}
const here = ofCase((id) => new InCase(id))

class Desk {
  state = $state.raw<State | null>(null)
  keys = $state.raw<KeyRow[]>([])
  place = $state<Place>('start')
  palette = $state(false)
  now = $state(new Date().toISOString())

  /** The cases of the book. */
  get cases(): ListedCase[] {
    return book.cases
  }

  /** The open case. */
  get caseId(): number | null {
    return here.id
  }

  /** The open case, whole. */
  get overview(): Overview | null {
    return here.overview
  }

  /** What was said last of the open book and case. */
  get notice(): Notice | null {
    return here.notice
  }
  set notice(notice: Notice | null) {
    here.notice = notice
  }

  /** A filter that another place asks the list of accounts for: asked once. */
  takeWanted(): string | null {
    const wanted = here.wanted
    if (wanted !== null) here.wanted = null
    return wanted
  }

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
    return book.saved
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
    await keeping.save(this.try(async () => this.#take(await deskSet(change))), Boolean)
    document.documentElement.dataset['theme'] = this.theme
  }

  /** After a book was opened: its cases, and the one case where there is only one. Nothing of another book is left. */
  async enter(): Promise<void> {
    renewBook()
    await this.refresh()
    ;[book.cases, this.keys] = await Promise.all([casesList(), casesKeys()])
    const only = book.cases.length === 1 ? book.cases[0] : undefined
    if (only) await this.#open(only.id)
    else this.#outside()
    if (this.state?.book?.encrypted === false) this.notice = { kind: 'warned', text: say('window-plain-opened') }
  }

  /** After the book was closed. */
  async left(): Promise<void> {
    renewBook()
    await this.refresh()
    this.#outside()
  }

  /** Opens a case. */
  async open(id: number): Promise<void> {
    if (await keeping.may('case')) await this.#open(id)
  }

  async #open(id: number): Promise<void> {
    // Only what was read is open: a key that is pressed meanwhile finds no half of a case.
    const overview = await casesOverview({ case: id })
    renewCase(id)
    here.overview = overview
    this.place = 'overview'
  }

  /** Leaves the case, for the list of cases or the start. */
  async leave(): Promise<void> {
    if (await keeping.may('case')) this.#outside()
  }

  #outside(): void {
    if (here.id !== null) renewCase(null)
    this.place = this.state?.book ? 'cases' : 'start'
  }

  /** Reads the cases again. */
  async reloadCases(): Promise<void> {
    book.cases = await casesList()
  }

  /** Reads the case again, after something was changed in it. */
  async reload(): Promise<void> {
    const id = this.caseId
    if (id === null) return
    const overview = await casesOverview({ case: id })
    if (id === this.caseId) here.overview = overview
  }

  /** Goes to a place; `filter` is for the list of accounts. Whether one is there: what was typed is kept first. */
  async go(place: Place, filter: string | null = null): Promise<boolean> {
    if (place === this.place && filter === null) return true
    if (!(await keeping.may('place'))) {
      if (!keeping.asked) this.notice = { kind: 'refused', text: say('leave-not-kept') }
      return false
    }
    if (this.notice?.text === say('leave-not-kept')) this.notice = null
    if (filter !== null) here.wanted = filter
    this.place = place
    return true
  }

  /** After a change: says what was done, and reads the case again; what names numbers is said once they are read. */
  async changed(text: string | (() => string)): Promise<void> {
    book.saved = this.state?.clock_stands ? this.now : new Date().toISOString()
    if (typeof text === 'string') this.notice = { kind: 'done', text }
    await this.reload()
    if (typeof text !== 'string') this.notice = { kind: 'done', text: text() }
  }

  /**
   * Does something; a refusal is said and not thrown. Whether it was done. What is refused of a book or a case that has been
   * left meanwhile is not said of the next.
   */
  async try(work: () => Promise<unknown>): Promise<boolean> {
    const begun = untrack(turn)
    try {
      await work()
      return true
    } catch (cause) {
      if (begun === turn()) this.refuse(cause)
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
    if (this.caseId === null || !(await keeping.keep())) return
    const id = this.caseId
    await this.try(async () => {
      const undone = await deedsUndo({ case: id })
      await this.changed(say('window-undone', { deed: deedWords(undone.verb), n: undone.changed, left: undone.left }))
    })
  }

  async redo(): Promise<void> {
    if (this.caseId === null || !(await keeping.keep())) return
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
