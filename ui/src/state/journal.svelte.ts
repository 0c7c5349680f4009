/** The log as it is read: pages of entries, the one that is looked at, the chain, a check of the book. No markup. */
import {
  journalChain,
  journalCsv,
  journalPage,
  journalUndoTo,
  journalVerify,
  Refused,
  type Chain,
  type JournalEntry,
  type Verified,
} from '../ipc'
import { number } from '../lang/format'
import { say } from '../lang/phrases.svelte'
import { deedWords, desk } from './desk.svelte'
import { ofCase } from './scope.svelte'
import { Work, works } from './works.svelte'

/** Entries a page. */
const PAGE = 100

class Journal {
  text = $state('')
  verb = $state<string | null>(null)
  /** The whole book, not the case alone. */
  book = $state(false)
  entries = $state.raw<JournalEntry[]>([])
  verbs = $state.raw<string[]>([])
  found = $state<number | null>(null)
  clockBack = $state(0)
  /** The number of the entry that is looked at. */
  at = $state<number | null>(null)
  chain = $state.raw<Chain | null>(null)
  verified = $state.raw<Verified | null>(null)
  verifying = $state(false)
  loading = $state(false)
  #asked = 0

  /** The entry that is looked at. */
  get entry(): JournalEntry | null {
    return this.entries.find((it) => it.seq === this.at) ?? this.entries[0] ?? null
  }

  get more(): boolean {
    return this.found !== null && this.entries.length < this.found
  }

  /** Reads from the newest entry on. */
  async renew(): Promise<void> {
    await this.#read(0)
  }

  /** Reads on. */
  async on(): Promise<void> {
    if (this.more && !this.loading) await this.#read(this.entries.length)
  }

  async #read(offset: number): Promise<void> {
    const asked = ++this.#asked
    this.loading = true
    const text = this.text.trim()
    const meant = text === '' ? [] : meaning(text, this.verbs)
    const of = { case: this.book ? null : desk.caseId, text, meant, verb: this.verb, limit: PAGE, offset }
    await desk.try(async () => {
      const page = await journalPage(of)
      if (asked !== this.#asked) return
      this.entries = offset === 0 ? page.entries : [...this.entries, ...page.entries]
      this.found = page.found
      this.verbs = page.verbs
      this.clockBack = page.clock_back
    })
    if (asked === this.#asked) this.loading = false
  }

  /** Walks the chain; says nothing of it until that is done. */
  async walk(): Promise<void> {
    this.chain = null
    await desk.try(async () => (this.chain = await journalChain()))
  }

  /** Undo up to and including a deed. */
  async undoTo(entry: JournalEntry): Promise<void> {
    const id = desk.caseId
    if (id === null || entry.deed === null || entry.steps === null || this.book) return
    const [deed, work] = [entry.deed, new Work('undo-to', say('log-undoing'), entry.steps)]
    await desk.try(async () => {
      const undo = () => journalUndoTo({ case: id, deed, work: work.name }, ({ done }) => work.tell(done))
      const done = await works.during(work, undo)
      await desk.changed(say('log-undone-to', { n: done.deeds, deed: deedWords(entry.verb), left: done.left }))
    })
  }

  /** Looks through the whole book. */
  async verify(): Promise<void> {
    if (this.verifying) return
    const work = new Work('verify', say('log-verifying'), null)
    this.verifying = true
    this.verified = null
    try {
      this.verified = await works.during(work, () => journalVerify({ work: work.name }))
      this.chain = this.verified.log
    } catch (cause) {
      if (cause instanceof Refused && cause.refusal.code === 'cancelled') desk.notice = { kind: 'done', text: say('log-verify-cancelled') }
      else desk.refuse(cause)
    } finally {
      this.verifying = false
    }
  }

  /** Writes the log out. */
  async csv(): Promise<void> {
    await desk.try(async () => {
      const file = await journalCsv({ case: this.book ? null : desk.caseId })
      if (file) desk.notice = { kind: 'done', text: say('log-written', { file: file.name, folder: file.folder }) }
    })
  }
}

/** The verbs whose words hold a text, in the reader's language. */
export function meaning(text: string, verbs: readonly string[]): string[] {
  const wanted = text.toLowerCase()
  return verbs.filter((verb) => deedWords(verb).toLowerCase().includes(wanted))
}

/** What the chain says, only as far as it was walked. */
export function chainWords(chain: Chain | null): string {
  if (chain === null) return say('log-chain-walking')
  if (chain.ok) return say('log-chain-unbroken', { n: number(chain.entries) })
  return say('log-chain-broken', { n: number(chain.broken_at ?? 0) })
}

export const journal = ofCase(() => new Journal())
