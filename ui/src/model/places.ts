/** Which places a field or a picker offers for what was typed. Which there are, the core says. */
import type { PlaceRow } from '../ipc/types'

const MOST = 60

/** The place that a text means: by its code, its name, or what else means it. */
export function meant(places: readonly PlaceRow[], typed: string): PlaceRow | null {
  const wanted = typed.trim().toLowerCase()
  const is = (text: string): boolean => text.toLowerCase() === wanted
  const named = places.filter((it) => is(it.name))
  // Two countries may have parts of one name.
  const only = named.find((it) => !it.code.includes('-')) ?? (named.length === 1 ? named[0] : undefined)
  return places.find((it) => is(it.code)) ?? only ?? places.find((it) => it.also?.some(is)) ?? null
}

/** The places to choose from, the likeliest first: what is meant, what is known already, what begins so, what holds it. */
export function offered(places: readonly PlaceRow[], typed: string, known: readonly string[] = []): PlaceRow[] {
  const wanted = typed.trim().toLowerCase()
  const exact = wanted === '' ? null : meant(places, typed)
  const of = (it: PlaceRow): string[] => [it.code, it.name, ...(it.also ?? [])].map((text) => text.toLowerCase())
  const holds = (it: PlaceRow): boolean => it.name.toLowerCase().includes(wanted) || of(it).some((text) => text.startsWith(wanted))
  // Without a word there are countries alone: their parts are thousands.
  const likely = places.filter((it) => it !== exact && (wanted === '' ? !it.code.includes('-') || known.includes(it.code) : holds(it)))
  const rank = (it: PlaceRow): number => (known.includes(it.code) ? 0 : it.code.includes('-') ? 2 : 1)
  return [...(exact ? [exact] : []), ...likely.sort((one, two) => rank(one) - rank(two))].slice(0, MOST)
}
