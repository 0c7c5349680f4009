/** What a picker of tags offers for what was typed: what is there, what could be made, and taking the tag away. */
import type { PlaceRow } from '../ipc/types'
import { offered } from './places'

export interface Choice {
  value: string
  text: string
  kind: 'there' | 'make' | 'none'
}

const MOST = 60

/** A value of the filter language without its quotation marks. */
export const unquoted = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text

/** The choices for what was typed, the likeliest first. */
export function choices(
  what: 'region' | 'organisation' | 'residence',
  typed: string,
  known: readonly string[],
  places: readonly PlaceRow[],
): Choice[] {
  const wanted = typed.trim().toLowerCase()
  const none: Choice = { value: 'none', text: '', kind: 'none' }
  if (what === 'residence') {
    const found = offered(places, typed, known).map((it): Choice => ({ value: it.code, text: it.name, kind: 'there' }))
    return [...found, ...(wanted === '' ? [none] : [])]
  }
  const found = known.filter((it) => it.toLowerCase().includes(wanted))
  const there = found.slice(0, MOST).map((it): Choice => ({ value: it, text: it.replaceAll('/', ' / '), kind: 'there' }))
  const exists = known.some((it) => it.toLowerCase() === wanted)
  const make: Choice[] = wanted === '' || exists ? [] : [{ value: typed.trim(), text: '', kind: 'make' }]
  return [...there, ...make, ...(wanted === '' ? [none] : [])]
}
