/** The list of accounts: what is asked, what was found, which rows are at hand, what is chosen. It draws nothing. */
import {
  accountsFirst,
  accountsIds,
  accountsInspect,
  accountsRows,
  accountsView,
  Refused,
  type Account,
  type Chosen,
  type Inspected,
  type Order,
  type Refusal,
} from '../ipc'
import { desk } from './desk.svelte'
import { ofCase } from './scope.svelte'
import * as columns from '../model/layout'
import { again, EVERYTHING, holds, joined, NOTHING, size, toggled, type Selection } from '../model/selection'

/** Rows fetched at once. */
const PAGE = 50
/** Rows above and below those in sight that are fetched before they come: a row that comes is drawn once. */
const AHEAD = 60
/** Pages kept at hand. */
const KEPT = 80
/** While the rows in sight change by more than so many within so many milliseconds, none is fetched: the list is flung, and
 *  what flies past is not read. */
const FAR = 100
const FLUNG = 60
/** While the focus moves on within so many milliseconds, an account is not read closely. */
const REST = 120

class Accounts {
  filter = $state('')
  order = $state.raw<Order | null>(null)
  /** What the filter finds; while it is counted, what was found so far. */
  total = $state(0)
  /** All accounts of the case. */
  all = $state(0)
  counting = $state(true)
  refusal = $state.raw<Refusal | null>(null)
  selection = $state.raw<Selection>(NOTHING)
  /** The row with the focus. */
  at = $state(0)
  inspected = $state.raw<Inspected | null>(null)
  layout = $state.raw<columns.Column[]>([...columns.DEFAULT])
  #pages = $state.raw(new Map<number, Account[]>())
  #stale = new Set<number>()
  #view = 0
  #turn = 0
  #loading = new Set<number>()
  #wanted: { from: number; to: number } = { from: 0, to: PAGE }
  #anchor: { at: number; base: Selection } | null = null
  #asked = 0
  #flung: ReturnType<typeof setTimeout> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined

  /** How many are chosen. */
  get chosen(): number {
    return size(this.selection, this.total)
  }

  get view(): number {
    return this.#view
  }

  /** The columns that are shown. */
  get shown(): columns.Column[] {
    return this.layout.filter((it) => it.shown)
  }

  /** What a deed is done to: what is chosen, else the row with the focus. */
  get target(): Chosen | null {
    const { everything, ids } = this.selection
    if (this.chosen > 0) return { everything, filter: this.filter, ids: [...ids] }
    const here = this.row(this.at)
    return here ? { everything: false, filter: this.filter, ids: [here.id] } : null
  }

  /** Opens the list: a filter that another place asks for goes before the one that was typed. */
  async open(): Promise<void> {
    const kept = desk.state?.settings.layouts['accounts']
    this.layout = columns.read(kept)
    const wanted = desk.takeWanted()
    if (wanted !== null) {
      this.filter = wanted
      this.selection = NOTHING
      this.at = 0
    }
    await this.evaluate()
  }

  /** Asks for something else. */
  async ask(filter: string, order: Order | null = this.order): Promise<void> {
    const other = filter !== this.filter
    this.filter = filter
    this.order = order
    if (other) {
      this.selection = NOTHING
      this.at = 0
    }
    this.#anchor = null
    await this.evaluate(other)
  }

  /** Evaluates the list: the first rows at once where no order is asked for, the whole meanwhile. */
  async evaluate(other = false): Promise<void> {
    if (desk.caseId === null) return
    const turn = ++this.#turn
    const asked = { case: desk.caseId, filter: this.filter }
    const find = other ? null : (this.row(this.at)?.id ?? null)
    this.counting = true
    void this.#first(turn, asked, other)
    try {
      const viewed = await accountsView({ ...asked, order: this.order, find })
      if (turn !== this.#turn) return
      this.selection = again(this.selection, this.total, viewed.total)
      this.#view = viewed.view
      this.total = viewed.total
      this.counting = false
      this.refusal = null
      this.at = viewed.at ?? Math.max(0, Math.min(this.at, viewed.total - 1))
      this.#renew(other)
      await this.inspect()
    } catch (cause) {
      if (turn !== this.#turn) return
      this.counting = false
      if (cause instanceof Refused) this.refusal = cause.refusal
      else desk.refuse(cause)
    }
  }

  async #first(turn: number, asked: { case: number; filter: string }, other: boolean): Promise<void> {
    try {
      const found = await accountsFirst({ ...asked, limit: this.order ? 0 : PAGE })
      if (turn !== this.#turn) return
      this.all = found.all
      if (!this.counting || this.order || !(other || this.#pages.size === 0)) return
      this.refusal = null
      this.#pages = new Map([[0, found.accounts]])
      this.total = found.accounts.length
    } catch {
      // The evaluation of the whole says the same, and says it once.
    }
  }

  /** Every page is read anew; where the same is asked for, the old rows stand until then. */
  #renew(other: boolean): void {
    if (other) this.#pages = new Map()
    this.#stale = new Set(this.#pages.keys())
    this.#loading.clear()
    this.want(this.#wanted.from, this.#wanted.to)
  }

  /** The row at a place, where it is at hand. */
  row(at: number): Account | undefined {
    return this.#pages.get(Math.floor(at / PAGE))?.[at % PAGE]
  }

  /** These rows are looked at: what is not at hand is fetched. */
  want(from: number, to: number): void {
    const far = Math.abs(from - this.#wanted.from) > FAR
    this.#wanted = { from, to }
    // One jump is answered at once; one that follows it closely waits until there is rest.
    if (this.#flung === undefined) this.#fetch()
    if (!far) return
    clearTimeout(this.#flung)
    this.#flung = setTimeout(() => {
      this.#flung = undefined
      this.#fetch()
    }, FLUNG)
  }

  #fetch(): void {
    if (this.#view === 0) return
    const from = Math.min(this.#wanted.from, this.total)
    const { to } = this.#wanted
    // What is in sight comes first.
    for (const more of [0, AHEAD]) {
      const last = Math.floor((Math.min(to + more, this.total) - 1) / PAGE)
      for (let page = Math.floor(Math.max(0, from - more) / PAGE); page <= last; page++) {
        if (this.#loading.has(page) || (this.#pages.has(page) && !this.#stale.has(page))) continue
        if (this.#loading.size < 3) void this.#load(page)
      }
    }
  }

  async #load(page: number): Promise<void> {
    const view = this.#view
    this.#loading.add(page)
    try {
      const rows = await accountsRows({ view, from: page * PAGE, count: PAGE })
      if (view !== this.#view) return
      const pages = new Map(this.#pages)
      pages.delete(page)
      pages.set(page, rows)
      const { from, to } = this.#wanted
      const isNear = (old: number): boolean => (old + 1) * PAGE > from - AHEAD && old * PAGE < to + AHEAD
      for (const old of pages.keys()) {
        if (pages.size <= KEPT) break
        if (!isNear(old)) pages.delete(old)
      }
      this.#pages = pages
      this.#stale.delete(page)
    } catch {
      // The list is being evaluated anew; its pages are asked for then.
      return
    } finally {
      if (view === this.#view) this.#loading.delete(page)
    }
    this.#fetch()
    if (!this.inspected && Math.floor(this.at / PAGE) === page) void this.inspect()
  }

  /** Moves the focus; with `extend` everything from where it began is chosen. */
  async go(to: number, extend = false): Promise<void> {
    const from = this.at
    this.at = Math.max(0, Math.min(to, this.total - 1))
    if (!extend) this.#anchor = null
    else await this.#extend(from)
    await this.#rests()
  }

  /** The account with the focus is read at once; while a key is held down, where the focus comes to rest. */
  async #rests(): Promise<void> {
    const moving = this.#rest !== undefined
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      if (moving) void this.inspect()
    }, REST)
    if (!moving) await this.inspect()
  }

  async #extend(from: number): Promise<void> {
    this.#anchor ??= { at: from, base: this.selection }
    const { at, base } = this.#anchor
    const [low, high] = [Math.min(at, this.at), Math.max(at, this.at)]
    const ids: number[] = []
    for (let row = low; row <= high; row++) {
      const id = this.row(row)?.id
      if (id === undefined) break
      ids.push(id)
    }
    const whole = ids.length === high - low + 1
    const anchor = this.#anchor
    const range = whole ? ids : await accountsIds({ view: this.#view, from: low, count: high - low + 1 })
    if (anchor === this.#anchor) this.selection = joined(base, range)
  }

  isChosen(id: number): boolean {
    return holds(this.selection, id)
  }

  toggle(at: number): void {
    const id = this.row(at)?.id
    if (id === undefined) return
    this.#anchor = null
    this.selection = toggled(this.selection, id)
  }

  chooseAll(): void {
    this.#anchor = null
    this.selection = EVERYTHING
  }

  chooseNone(): void {
    this.#anchor = null
    this.selection = NOTHING
  }

  /** Reads the account with the focus, whole. */
  async inspect(): Promise<void> {
    const id = this.row(this.at)?.id
    if (id === undefined || desk.caseId === null) {
      this.inspected = null
      return
    }
    const asked = ++this.#asked
    const found = await accountsInspect({ case: desk.caseId, account: id }).catch(() => null)
    if (asked === this.#asked) this.inspected = found
  }

  /** Lays the list out anew, and keeps it. */
  lay(layout: columns.Column[], keep = true): void {
    this.layout = layout
    if (keep) void desk.set({ layout: { list: 'accounts', layout } })
  }

  /** Orders by a column; again: the other way; once more: as they came in. */
  async sort(by: Order['by']): Promise<void> {
    const now = this.order
    if (by === 'ways') return
    const next = now?.by !== by ? { by, descending: false } : now.descending ? null : { by, descending: true }
    await this.ask(this.filter, next)
  }
}

export const accounts = ofCase(() => new Accounts())
