/** What is being imported: the files, how they are read, what would come of it, what came of it. One for the page,
 * so that it goes on while one is elsewhere. */
import {
  importsChoose,
  importsLook,
  importsPast,
  importsRejects,
  importsRun,
  importsTakeBack,
  Refused,
  type ChosenFile,
  type DateOrder,
  type FileLook,
  type PastImport,
  type Progress,
  type Ran,
  type ToImport,
} from '../ipc'
import { say } from '../lang/phrases.svelte'
import { desk, type Notice } from './desk.svelte'
import { collected, corrected, fieldsOf, openQuestions, picked, rate, reconciles, summed, toRead, type Picked } from './reading'
import { alsoLoses } from './keeping.svelte'
import { ofCase } from './scope.svelte'
import { Work, works } from './works.svelte'

/** The name of the work, to the shell and to the foot. */
const WORK = 'import'
/** Files up to this many bytes are tried without being asked for it. */
const TRIED_AT_ONCE = 20_000_000

/** What an import goes on in while another case is open: who comes back finds it there. */
let going: Importing | null = null

class Importing {
  readonly #case: number | null
  files = $state.raw<Picked[]>([])
  looks = $state.raw<ReadonlyMap<number, FileLook>>(new Map())
  looking = $state(false)
  /** The zone of times that name none; empty: the case's. */
  zone = $state('')
  noTags = $state(false)
  /** Only accounts that are there are filled, none is added: for this import alone. */
  enrich = $state(false)
  handedOver = $state('')
  collectedBy = $state('')
  collectedWhen = $state('')
  collectedHow = $state('')
  /** What runs: a dry run, or the import itself. */
  running = $state<'try' | 'import' | null>(null)
  stopping = $state(false)
  rows = $state(0)
  rate = $state<number | null>(null)
  /** Of a long list, whose rows are read: how many of its keys are in their places. */
  keys = $state<{ done: number; of: number } | null>(null)
  /** What would come of it. */
  tried = $state.raw<Ran | null>(null)
  /** What came of it. */
  done = $state.raw<Ran | null>(null)
  wrong = $state<string | null>(null)
  past = $state.raw<PastImport[] | null>(null)
  #asked = 0

  /** Files that can be read. */
  readonly readable = $derived(this.files.filter((it) => this.looks.get(it.chosen.token)?.look))
  /** Files of which something is still to be said. */
  readonly open = $derived(this.readable.filter((it) => openQuestions(it, this.looks.get(it.chosen.token)).length > 0))
  readonly ready = $derived(
    this.readable.length > 0 && this.open.length === 0 && !this.looking && this.running === null && this.done === null,
  )
  /** Whether there is anything to take in after the dry run. */
  readonly usable = $derived(this.tried !== null && this.tried.files.every((it) => it.new + it.merged > 0))

  constructor(id: number | null) {
    this.#case = id
  }

  /** The one of this case: the one that runs, where it is of this case. */
  static of(id: number | null): Importing {
    return id !== null && going?.running && going.#case === id ? going : new Importing(id)
  }

  /** What runs belongs to another case than the one that is open. */
  get elsewhere(): boolean {
    return this.running === null && works.all.some((it) => it.name === WORK)
  }

  /** Whether an import runs, of whichever case. */
  get busy(): boolean {
    return this.running !== null || this.elsewhere
  }

  /** What is typed about the files, which nothing keeps before they are imported. */
  get typed(): string[] {
    const texts = [this.handedOver, this.collectedBy, this.collectedWhen, this.collectedHow]
    return this.done === null ? texts.map((it) => it.trim()).filter((it) => it !== '') : []
  }

  /** Says it of this case: where another one is open, with its name. */
  #say(kind: Notice['kind'], text: string): void {
    const of = desk.cases.find((it) => it.id === this.#case)?.title
    if (this.#case === desk.caseId) desk.notice = { kind, text }
    else if (of !== undefined) desk.notice = { kind, text: say('import-said-of', { case: of, said: text }) }
  }

  async readPast(): Promise<void> {
    const id = desk.caseId
    if (id === null) return
    await desk.try(async () => {
      const past = await importsPast({ case: id })
      if (id === desk.caseId) this.past = past
    })
  }

  /** Leaves all files out. */
  clear(): void {
    this.#asked++
    this.files = []
    this.looks = new Map()
    this.looking = false
    this.tried = this.done = this.wrong = null
    this.enrich = false
    this.handedOver = this.collectedBy = this.collectedWhen = this.collectedHow = ''
  }

  /** Asks for files in a native dialog. */
  async choose(): Promise<void> {
    await desk.try(async () => this.take(await importsChoose()))
  }

  /** Takes files up, however they came. */
  async take(chosen: readonly ChosenFile[]): Promise<void> {
    if (chosen.length === 0) return
    if (this.busy) {
      desk.notice = { kind: 'refused', text: say('import-wait') }
      return
    }
    if (this.done !== null) this.clear()
    const known = new Set(this.files.map((it) => it.chosen.token))
    this.files = [...this.files, ...chosen.filter((it) => !known.has(it.token)).map(picked)]
    await this.look()
  }

  /** Leaves a file out. */
  async leaveOut(token: number): Promise<void> {
    this.files = this.files.filter((it) => it.chosen.token !== token)
    if (this.files.length === 0) this.clear()
    else await this.look()
  }

  /** Says what a column holds. */
  async correct(token: number, at: number, field: string): Promise<void> {
    await this.#change(token, (file) => ({ ...file, fields: corrected(file, at, field) }))
  }

  /** Says which number of a date is the day. */
  async settleDates(token: number, order: DateOrder): Promise<void> {
    await this.#change(token, (file) => ({ ...file, order }))
  }

  /** Says which sheet of a workbook holds the list; what was said of another's columns is forgotten. */
  async takeSheet(token: number, sheet: string): Promise<void> {
    await this.#change(token, (file) => ({ ...picked(file.chosen), sheet }))
  }

  /** Says whether accounts that are there are only to be filled. */
  async fill(only: boolean): Promise<void> {
    this.enrich = only
    await this.look()
  }

  async #change(token: number, change: (file: Picked) => Picked): Promise<void> {
    this.files = this.files.map((it) => (it.chosen.token === token ? change(it) : it))
    await this.look()
  }

  #toImport(dry: boolean): ToImport | null {
    if (this.#case === null) return null
    return {
      case: this.#case,
      files: (this.looks.size > 0 ? this.readable : this.files).map((it) => toRead(it, this.looks.get(it.chosen.token))),
      zone: this.zone.trim() === '' ? null : this.zone.trim(),
      no_tags: this.noTags,
      enrich: this.enrich,
      dry_run: dry,
      handed_over: this.handedOver.trim() === '' ? null : this.handedOver.trim(),
      collected: collected([this.collectedBy, this.collectedWhen, this.collectedHow]),
    }
  }

  /** Looks at the files again; what was found out before about other corrections counts no more. */
  async look(): Promise<void> {
    const asked = ++this.#asked
    const request = this.#toImport(true)
    if (!request) return
    this.tried = this.done = this.wrong = null
    this.looking = true
    try {
      const files = this.files.map((it) => toRead(it, this.looks.get(it.chosen.token)))
      const looks = await importsLook({ ...request, files })
      if (asked !== this.#asked) return
      this.#found(looks)
    } catch (cause) {
      if (asked === this.#asked) this.#refuse(cause)
    } finally {
      if (asked === this.#asked) this.looking = false
    }
    const size = this.readable.reduce((sum, it) => sum + (it.chosen.size ?? 0), 0)
    if (asked === this.#asked && this.ready && size <= TRIED_AT_ONCE) await this.try()
  }

  #found(looks: FileLook[]): void {
    const kinds = desk.state?.capabilities.key_kinds ?? []
    this.looks = new Map(looks.map((it) => [it.token, it]))
    this.files = this.files.map((file) => {
      const look = this.looks.get(file.chosen.token)?.look
      return look && file.guessed === null ? { ...file, guessed: fieldsOf(look, kinds) } : file
    })
    const refused = looks.length - this.readable.length
    this.#say('done', say('import-looked', { n: this.readable.length, refused, open: this.open.length }))
  }

  /** Says what would happen, and changes nothing. */
  async try(): Promise<void> {
    if (!this.ready) return
    const ran = await this.#run('try')
    if (!ran) return
    this.tried = ran
    this.#say('done', say(summed('import-tried-said', ran), this.#numbers(ran)))
  }

  /** Imports: all of them or nothing. */
  async run(): Promise<void> {
    if (!this.ready || !this.usable) return
    const ran = await this.#run('import')
    if (!ran) return
    this.done = ran
    const said = say(summed('import-done-said', ran), this.#numbers(ran))
    if (this.#case === desk.caseId) await desk.try(() => desk.changed(said))
    else this.#say('done', said)
    await this.readPast()
  }

  #numbers(ran: Ran) {
    return { read: ran.read, new: ran.new, merged: ran.merged, rejected: ran.rejected, unmatched: ran.unmatched ?? 0 }
  }

  async #run(what: 'try' | 'import'): Promise<Ran | null> {
    const request = this.#toImport(what === 'try')
    if (!request) return null
    const begun = performance.now()
    const of = what === 'import' ? (this.tried?.read ?? null) : null
    const work = new Work(WORK, say(what === 'try' ? 'import-trying' : 'import-running'), of)
    going = this
    this.running = what
    this.stopping = false
    this.wrong = null
    this.#tell(work, 0, 0)
    try {
      const told = ({ done, of: keys }: Progress): void => {
        if (keys === null) this.#tell(work, done, performance.now() - begun)
        else this.#tellKeys(work, done, keys)
      }
      const ran = await works.during(work, () => importsRun(request, told))
      if (!reconciles(ran)) console.error('rows are not accounted for', ran)
      return ran
    } catch (cause) {
      this.#refuse(cause)
      return null
    } finally {
      this.running = null
    }
  }

  #tell(work: Work, rows: number, milliseconds: number): void {
    if (this.running === null) return
    this.rows = rows
    this.keys = null
    this.rate = rate(rows, milliseconds)
    work.tell(rows)
  }

  #tellKeys(work: Work, done: number, of: number): void {
    if (this.running === null) return
    this.keys = { done, of }
    work.tell(done, of, say('import-placing-keys'))
  }

  /** Asks what runs to stop. Nothing of it is kept. */
  async cancel(): Promise<void> {
    this.stopping = true
    await desk.try(async () => works.all.find((it) => it.name === WORK)?.stop())
  }

  #refuse(cause: unknown): void {
    const refused = cause instanceof Refused ? cause.refusal : null
    if (!refused) console.error(cause)
    const cancelled = refused?.code === 'cancelled'
    this.wrong = cancelled ? say('import-cancelled') : say('import-refused', { why: refused?.message ?? say('error-internal') })
    this.#say(cancelled ? 'done' : 'refused', this.wrong)
  }

  /** Takes an import back: its rows go, its record stays. */
  async takeBack(id: number): Promise<void> {
    const of = desk.caseId
    if (of === null) return
    await desk.try(async () => {
      const taken = await importsTakeBack({ case: of, import: id })
      if (this.done?.import === id) this.clear()
      const said = say('import-taken-back-said', { import: id, removed: taken.removed, restored: taken.restored })
      await desk.changed(taken.traces ? `${said} ${say('import-traces')}` : said)
      await this.readPast()
    })
  }

  /** Writes the problems of an import to a file that the user chooses. */
  async exportProblems(id: number): Promise<void> {
    const of = desk.caseId
    if (of === null) return
    await desk.try(async () => {
      const file = await importsRejects({ case: of, import: id })
      if (file) desk.notice = { kind: 'done', text: say('import-problems-written', { file: file.name, folder: file.folder }) }
    })
  }
}

export const importing = ofCase((id) => Importing.of(id))
alsoLoses(() => (importing.typed.length > 0 ? [say('leave-provenance', { typed: importing.typed.join(' · ') })] : []))
