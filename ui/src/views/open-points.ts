/** What is open in a case, the most pressing first, each with where to go. It counts nothing: the facts have. */
import type { Overview } from '../ipc'
import { count, moment } from '../lang/format'
import { say, word } from '../lang/phrases.svelte'
import type { Place } from '../state/desk.svelte'

/** Something to be determined. */
export interface OpenPoint {
  id: string
  text: string
  place: Place
  /** The accounts behind it. */
  filter?: string
  /** By when it follows. */
  until?: string
}

/** What is open in a case. */
export function openPoints({ facts, file }: Overview): OpenPoint[] {
  const points: OpenPoint[] = []
  const add = (n: number, id: string, place: Place, filter?: string): void => {
    if (n > 0) points.push({ id, text: say(`pending-${id}`, { n }), place, ...(filter === undefined ? {} : { filter }) })
  }
  const determined = (kind: string) => file.determinations.some((it) => it.kind === kind && it.superseded_by === null)
  add(determined('awareness') ? 0 : 1, 'awareness', 'timeline')
  for (const [id, it] of [['accounts', facts.accounts], ['persons', facts.persons], ['records', facts.records]] as const) {
    add(it.qualifier === 'to_be_determined' ? 1 : 0, id, id === 'accounts' ? 'import' : 'timeline')
  }
  for (const point of file.open_points) {
    const until = point.until ? say('pending-until', { at: moment(point.until, file.zone) }) : undefined
    points.push({ id: `point-${point.id}`, text: point.what, place: 'timeline', ...(until ? { until } : {}) })
  }
  for (const group of facts.persons.groups.filter((it) => it.count.qualifier === 'to_be_determined')) {
    const text = say('pending-group', { group: word('group', group.group), count: count(group.count) })
    points.push({ id: `group-${group.group}`, text, place: 'timeline' })
  }
  add(facts.conflicts, 'conflicts', 'accounts', 'conflict:*')
  add(facts.by_status.suspected.low, 'suspected', 'accounts', 'status:suspected')
  add(facts.untagged.residence, 'residence', 'accounts', '-residence:* -status:cleared')
  add(facts.untagged.region, 'region', 'accounts', '-region:* -status:cleared')
  add(facts.untagged.organisation, 'organisation', 'accounts', '-organisation:* -status:cleared')
  add(determined('risk') ? 0 : 1, 'risk', 'timeline')
  add(file.claims.filter((it) => !it.adopted).length > 0 && !file.claims.some((it) => it.adopted) ? file.claims.length : 0, 'claims', 'timeline')
  return points
}

