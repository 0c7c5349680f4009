/** What a picker of tags offers for what was typed: what is there, what could be made, and taking the tag away. */

export interface Choice {
  value: string
  text: string
  kind: 'there' | 'make' | 'none'
}

const MOST = 60
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
/** What `Intl` names although ISO 3166-1 has no such country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'XK', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])

/** A value of the filter language without its quotation marks. */
export const unquoted = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text

/** The choices for what was typed, the likeliest first. */
export function choices(
  what: 'region' | 'organisation' | 'residence',
  typed: string,
  known: readonly string[],
  name: (code: string) => string,
): Choice[] {
  const wanted = typed.trim().toLowerCase()
  const none: Choice = { value: 'none', text: '', kind: 'none' }
  if (what === 'residence') return [...places(wanted, known, name), ...(wanted === '' ? [none] : [])]
  const found = known.filter((it) => it.toLowerCase().includes(wanted))
  const there = found.slice(0, MOST).map((it): Choice => ({ value: it, text: it.replaceAll('/', ' / '), kind: 'there' }))
  const exists = known.some((it) => it.toLowerCase() === wanted)
  const make: Choice[] = wanted === '' || exists ? [] : [{ value: typed.trim(), text: '', kind: 'make' }]
  return [...there, ...make, ...(wanted === '' ? [none] : [])]
}

function places(wanted: string, known: readonly string[], name: (code: string) => string): Choice[] {
  const others = CODES.filter((it) => !known.includes(it) && !NO_COUNTRY.has(it) && ![undefined, '', it].includes(name(it)))
  const one = (code: string): Choice => ({ value: code, text: name(code), kind: 'there' })
  const all = [...known, ...others].map(one)
  const exact = all.filter((it) => it.value.toLowerCase() === wanted)
  const rest = all.filter(
    (it) => !exact.includes(it) && (it.text.toLowerCase().includes(wanted) || it.value.toLowerCase().startsWith(wanted)),
  )
  // A subdivision is named by its code alone: US-CA.
  const code: Choice[] = /^[a-z]{2}-[a-z0-9]{1,3}$/.test(wanted) && exact.length === 0 ? [one(wanted.toUpperCase())] : []
  return [...exact, ...code, ...rest].slice(0, MOST)
}
