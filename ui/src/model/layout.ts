/** How the list of accounts is laid out: which columns, how wide, in which order. Kept in the settings. */
import type { ListColumn } from '../ipc/types'

export interface Column {
  id: ListColumn
  width: number
  shown: boolean
}

export const NARROWEST = 56
export const WIDEST = 640
const STEP = 16

const column = (id: ListColumn, width: number, shown = true): Column => ({ id, width, shown })

/** The layout nobody has touched: what is shown fills the list beside the inspector in a window of 1360 px, and its longest
 *  words (ohne Region, Datensätze, im Verdacht) are whole. */
export const DEFAULT: readonly Column[] = [
  column('address', 206),
  column('name', 150, false),
  column('region', 98),
  column('residence', 92),
  column('organisation', 174),
  column('records', 86),
  column('first_access', 96),
  column('last_access', 96, false),
  column('status', 94),
  column('kind', 130, false),
  column('ways', 200, false),
  column('notes', 200, false),
  column('import', 70, false),
]

const clamp = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))

/** A layout as it was kept; what is unknown or damaged falls back to the default. */
export function read(kept: unknown): Column[] {
  const rows = Array.isArray(kept) ? (kept as unknown[]) : []
  const known = rows.flatMap((row) => {
    const it = row as Partial<Column> | null
    const base = DEFAULT.find((column) => column.id === it?.id)
    if (!base) return []
    const width = typeof it?.width === 'number' && Number.isFinite(it.width) ? clamp(it.width) : base.width
    return [{ id: base.id, width, shown: it?.shown === true }]
  })
  const once = known.filter((it, at) => known.findIndex((other) => other.id === it.id) === at)
  const missing = DEFAULT.filter((it) => !once.some((other) => other.id === it.id))
  const all = once.length === 0 ? [...DEFAULT] : [...once, ...missing.map((it) => ({ ...it, shown: false }))]
  return all.some((it) => it.shown) ? all : all.map((it, at) => ({ ...it, shown: at === 0 }))
}

/** With a column shown or not; the last one that is shown stays. */
export function shown(layout: readonly Column[], id: ListColumn, on: boolean): Column[] {
  const next = layout.map((it) => (it.id === id ? { ...it, shown: on } : it))
  return next.some((it) => it.shown) ? next : [...layout]
}

/** With a column of another width. */
export const widened = (layout: readonly Column[], id: ListColumn, width: number): Column[] =>
  layout.map((it) => (it.id === id ? { ...it, width: clamp(width) } : it))

/** With a column wider or narrower by steps. */
export function stepped(layout: readonly Column[], id: ListColumn, steps: number): Column[] {
  const now = layout.find((it) => it.id === id)
  return now ? widened(layout, id, now.width + steps * STEP) : [...layout]
}

/** With a column moved among those that are shown (`amongShown`), or among all. */
export function moved(layout: readonly Column[], id: ListColumn, by: -1 | 1, amongShown = false): Column[] {
  const next = [...layout]
  const at = next.findIndex((it) => it.id === id)
  let to = at + by
  while (amongShown && next[to]?.shown === false) to += by
  const one = next[at]
  if (at < 0 || !one || !next[to]) return next
  next.splice(at, 1)
  next.splice(to, 0, one)
  return next
}
