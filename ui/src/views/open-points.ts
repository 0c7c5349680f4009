/** What is open in a case, each with where to go. It finds nothing by itself: the shell says what is open. */
import type { Overview, Pending } from '../ipc'
import { count, moment } from '../lang/format'
import { say, word } from '../lang/phrases.svelte'
import type { Place } from '../state/desk.svelte'
import { subjectName } from './written/words'

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

/** The accounts that wait for something; claims are decided where they are written down. */
const FILTERS: Record<Extract<Pending, { kind: 'accounts' }>['what'], string | null> = {
  conflicts: 'conflict:*',
  suspected: 'status:suspected',
  records: '-records:* -status:cleared',
  residence: '-residence:* -status:cleared',
  region: '-region:* -status:cleared',
  organisation: '-organisation:* -status:cleared',
  claims: null,
}

/** What is open in a case. */
export function openPoints({ pending, file }: Overview): OpenPoint[] {
  return pending.map((it) => point(it, file.zone))
}

function point(it: Pending, zone: string): OpenPoint {
  switch (it.kind) {
    case 'written': {
      const until = it.until ? say('pending-until', { at: moment(it.until, zone) }) : undefined
      return { id: `point-${it.id}`, text: it.what, place: 'timeline', ...(until ? { until } : {}) }
    }
    case 'determination':
      return {
        id: [it.determination, it.party].filter(Boolean).join(' '),
        text: [say(`pending-${it.determination}`), it.party].filter(Boolean).join(' · '),
        place: 'timeline',
      }
    case 'number':
      return { id: it.number, text: say(`pending-${it.number}`), place: it.number === 'accounts' ? 'import' : 'timeline' }
    case 'group': {
      const text = say('pending-group', { group: word('group', it.group), count: count(it.count) })
      return { id: `group-${it.group}`, text, place: 'timeline' }
    }
    case 'typed_count': {
      const name = it.party ? `${subjectName(it.name)} (${it.party})` : subjectName(it.name)
      const text = say('pending-typed-count', { name, typed: count(it.typed), computed: count(it.computed) })
      return { id: `count-${it.name} ${it.party ?? ''}`.trimEnd(), text, place: 'timeline' }
    }
    case 'accounts': {
      const id = it.what === 'records' ? 'without-number' : it.what
      const filter = FILTERS[it.what]
      const text = say(`pending-${id}`, { n: it.n })
      return filter === null ? { id, text, place: 'timeline' } : { id, text, place: 'accounts', filter }
    }
  }
}
