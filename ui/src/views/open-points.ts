/** What is open in a case, each with where to go. It finds and orders nothing by itself: the core says what is open. */
import type { Overview, Pending } from '../ipc'
import { count, moment } from '../lang/format'
import { phrases, say, word } from '../lang/phrases.svelte'
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

/** What is open in a case. */
export function openPoints({ pending, file }: Overview): OpenPoint[] {
  return pending.map((it) => ({
    id: it.id,
    text: text(it),
    place: place(it),
    ...(it.filter === undefined ? {} : { filter: it.filter }),
    ...(it.kind === 'written' && it.until ? { until: say('pending-until', { at: moment(it.until, file.zone) }) } : {}),
  }))
}

/** Where it is decided. */
const place = (it: Pending): Place =>
  it.filter !== undefined ? 'accounts' : it.kind === 'number' && it.number === 'accounts' ? 'import' : 'timeline'

/** The sentence, as the reports have it. */
function text(it: Pending): string {
  switch (it.kind) {
    case 'written':
      return it.what
    case 'determination': {
      const what = word('pending-determination', it.determination)
      return it.party === null ? what : say('pending-of-party', { party: it.party, what })
    }
    case 'number':
      return word('pending-number', it.number)
    case 'group':
      return say('pending-group', { group: capital(groupName(it.group)), count: count(it.count) })
    case 'typed_count': {
      const name = it.party === null ? subjectName(it.name) : `${subjectName(it.name)} (${it.party})`
      return say('pending-typed-count', { name, typed: count(it.typed), computed: count(it.computed) })
    }
    case 'accounts':
      return say(`pending-accounts-${it.waiting}`, { n: it.n })
  }
}

/** A group of persons: a word of the list, else as typed. */
function groupName(group: string): string {
  return phrases.has(`group-${group.replaceAll('_', '-')}`) ? word('group', group) : group
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(phrases.locale) + text.slice(1)
