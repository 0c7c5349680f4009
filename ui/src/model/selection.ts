/** What is chosen in a list: some accounts, or everything that the filter finds but some. A million need no list. */

export interface Selection {
  readonly everything: boolean
  /** The chosen ones; of everything, those that are not. */
  readonly ids: ReadonlySet<number>
}

export const NOTHING: Selection = { everything: false, ids: new Set() }
export const EVERYTHING: Selection = { everything: true, ids: new Set() }

/** Whether an account is chosen. */
export const holds = (it: Selection, id: number): boolean => it.ids.has(id) !== it.everything

/** How many are chosen, of so many that the filter finds. */
export const size = (it: Selection, total: number): number =>
  it.everything ? Math.max(0, total - it.ids.size) : it.ids.size

/** With an account chosen that was not, or the other way round. */
export function toggled(it: Selection, id: number): Selection {
  const ids = new Set(it.ids)
  if (!ids.delete(id)) ids.add(id)
  return { everything: it.everything, ids }
}

/** With these accounts chosen, too. */
export function joined(it: Selection, more: readonly number[]): Selection {
  const ids = new Set(it.ids)
  for (const id of more) {
    if (it.everything) ids.delete(id)
    else ids.add(id)
  }
  return { everything: it.everything, ids }
}

/** What remains of it where the list was evaluated again and may hold others now. */
export function again(it: Selection, before: number, now: number): Selection {
  return it.everything && it.ids.size > 0 && before !== now ? NOTHING : it
}
