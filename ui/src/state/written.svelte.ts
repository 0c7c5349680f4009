/** What is written down about the open case: its rows and typed numbers, and what is being written just now. */
import { casesSet, casesWritten, Refused, type Claim, type HeldRow, type KeyRow, type Refusal, type Setting, type TypedConflict, type TypedCount } from '../ipc'
import type { Draft } from '../model/setting'
import { desk } from './desk.svelte'
import { keeping } from './keeping.svelte'
import { ofCase } from './scope.svelte'

/** A row that is being written: a new one, or one that is there. */
export interface Form {
  key: KeyRow
  row: HeldRow | null
  /** What the form begins with beside what the row holds. */
  preset: Draft
}

/** A decision that is being made: its key, and whose it is to be; none: to be chosen, where there is a choice. */
export interface Deciding {
  key: KeyRow
  party: number | null
}

class Written {
  rows = $state.raw<Record<string, HeldRow[]>>({})
  typed = $state.raw<TypedCount[]>([])
  ready = $state(false)
  form = $state.raw<Form | null>(null)
  /** The decision that is being made. */
  deciding = $state.raw<Deciding | null>(null)
  /** What is being counted by hand; empty: to be chosen. */
  counting = $state<string | null>(null)
  /** The legal entity that is being changed: the case's copy of it. */
  entity = $state<number | null>(null)
  /** The claim to go by, or to go by no longer. */
  adopting = $state.raw<Claim | null>(null)
  /** The typed number that is to be kept over the list's. */
  keeping = $state.raw<TypedConflict | null>(null)

  /** Reads it. */
  async load(): Promise<void> {
    if (desk.caseId === null) return
    const written = await casesWritten({ case: desk.caseId })
    this.rows = Object.fromEntries(written.rows.map((it) => [it.key, it.rows]))
    this.typed = written.typed
    this.ready = true
  }

  /** The rows of a key. */
  of(key: string): HeldRow[] {
    return this.rows[key] ?? []
  }

  /** Begins a row of a key: a new one, or the one of this id. */
  begin(key: string, id: number | null = null, preset: Draft = {}): void {
    const found = desk.keys.find((it) => it.key === key)
    if (found) this.form = { key: found, row: this.of(key).find((it) => it.id === id) ?? null, preset }
  }

  /** Begins a decision, of the party whose case it is unless another is named. */
  decide(key: string, party: number | null = desk.overview?.file.main_party ?? null): void {
    const found = desk.keys.find((it) => it.key === key)
    this.deciding = found ? { key: found, party } : null
  }

  /** Begins to change the legal entity of the party whose case it is, else the first that has a name. */
  changeEntity(): void {
    const file = desk.overview?.file
    const main = file?.parties.find((it) => it.id === file.main_party)?.organisation_id
    this.entity = main ?? file?.organisations[0]?.id ?? null
  }

  /** Sets what was asked and says so; hands back why not, where it is refused. */
  async save(settings: Setting[], said: string): Promise<Refusal | null> {
    const id = desk.caseId
    if (id === null || settings.length === 0) return null
    return keeping.save(this.doing(said, () => casesSet({ case: id, settings })), (refusal) => refusal === null)
  }

  /** Does something to the case and says so; hands back why not, where it is refused. */
  async doing(said: string, work: () => Promise<unknown>): Promise<Refusal | null> {
    try {
      await work()
      await desk.changed(said)
      await this.load()
      return null
    } catch (cause) {
      if (cause instanceof Refused) return cause.refusal
      return { code: 'internal', message: desk.worded(cause), place: null, args: {} }
    }
  }

  /** Closes whatever is being written. */
  close(): void {
    this.form = this.deciding = this.adopting = this.keeping = null
    this.counting = this.entity = null
  }
}

export const written = ofCase(() => new Written())
