/** Numbers, counts and times in words: the rules of `src/lang` in Rust, held to it by `format.test.ts`. */
import type { Count, Moment } from '../ipc/types'
import { phrases, say } from './phrases.svelte'

/** Made once each: making a formatter takes many times as long as using it. */
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()
function numbers(options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `number ${phrases.locale} ${options ? JSON.stringify(options) : ''}`
  const known = (kept.get(key) as Intl.NumberFormat | undefined) ?? new Intl.NumberFormat(phrases.locale, options)
  kept.set(key, known)
  return known
}
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date ${phrases.locale} ${JSON.stringify(options)}`
  const known = (kept.get(key) as Intl.DateTimeFormat | undefined) ?? new Intl.DateTimeFormat(phrases.locale, options)
  kept.set(key, known)
  return known
}

/** A whole number, its digits grouped. */
export const number = (value: number): string => numbers().format(value)

/** A size in bytes, as people read it. */
export function size(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const options = { style: 'unit', unit: units[step], maximumFractionDigits: step > 1 ? 1 : 0 } as const
  return numbers(options).format(bytes / 1000 ** step)
}

/** The number with its qualifier, without its unit: "at least 60,000". */
export function count(it: Count): string {
  const one = (id: string) => say(id, { number: number(it.value ?? 0) })
  switch (it.qualifier) {
    case 'exact':
      return number(it.value ?? 0)
    case 'at_least':
      return one('count-at-least')
    case 'at_most':
      return one('count-at-most')
    case 'between':
      return say('count-between', { low: number(it.low), high: number(it.high ?? 0) })
    case 'approximate':
      return approximate(it)
    case 'cannot_be_determined':
      return say('count-cannot-be-determined')
    case 'to_be_determined':
      return say('count-to-be-determined')
  }
}

function approximate(it: Count): string {
  const values = { number: number(it.value ?? 0), low: number(it.low), high: number(it.high ?? 0) }
  if (it.high !== null) return say('count-approximate-band', values)
  if (it.unknown_parts > 0) return say('count-at-least-approximate', values)
  return say(it.low > 0 ? 'count-approximate-from' : 'count-approximate', values)
}

/** The number with its qualifier and its unit: "at least 60,000 e-mails". */
export function countOf(it: Count): string {
  const n = it.qualifier === 'between' && it.high !== null ? it.high : it.value
  if (n === null) return say('count-open-of', { unit: unit(it), count: count(it) })
  return say(`count-of-${it.unit}`.replaceAll('_', '-'), { count: count(it), n })
}

/** The unit's name for a header, in the plural. */
export const unit = (it: Count): string => phrases.word('unit', it.unit)

const parts = (at: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
  dates({ timeZone: zone, ...options }).format(new Date(at))

/** A day in full: "24 November 2026". */
export const date = (at: string, zone: string): string => parts(at, zone, { dateStyle: 'long' })
/** A day in short. */
export const dateShort = (at: string, zone: string): string => parts(at, zone, { dateStyle: 'medium' })
/** A time of day, to the minute. */
export const time = (at: string, zone: string): string => parts(at, zone, { hour: '2-digit', minute: '2-digit' })
/** A time of day, to the second. */
export const timeExact = (at: string, zone: string): string => parts(at, zone, { timeStyle: 'medium' })

/** The zone's abbreviation, where the phrases have a word for it; else its offset. */
export function zoneName(at: string, zone: string): string {
  const shown = (locale: string, how: 'short' | 'longOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: how })
      .formatToParts(new Date(at))
      .find((part) => part.type === 'timeZoneName')?.value ?? ''
  const short = ['en-GB', 'en-US'].map((locale) => `zone-${shown(locale, 'short').toLowerCase()}`)
  const known = short.find((id) => phrases.has(id))
  if (known) return say(known)
  const offset = shown('en-US', 'longOffset').replace('GMT', '')
  return `UTC${offset || '+00:00'}`
}

/** An instant on a zone's clock: "24 November 2026, 09:00 CET". */
export const instant = (at: string, zone: string): string =>
  say('moment', { date: date(at, zone), time: time(at, zone), zone: zoneName(at, zone) })

/** An instant in short, without its zone. */
export const instantShort = (at: string, zone: string): string =>
  say('moment-short', { date: dateShort(at, zone), time: time(at, zone) })

/** A time as exact as it was stated. */
export function moment(at: Pick<Moment, 'from' | 'precision'>, zone: string): string {
  switch (at.precision) {
    case 'year':
      return parts(at.from, zone, { year: 'numeric' })
    case 'month':
      return parts(at.from, zone, { year: 'numeric', month: 'long' })
    case 'day':
      return date(at.from, zone)
    default:
      return instant(at.from, zone)
  }
}

/** How long ago, in days, hours and minutes, rounded down: for the header, which counts up and never down. */
export function since(from: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / 60_000))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)]
  if (hours >= 100) return say('window-days', { n: days })
  if (hours >= 1) return say('window-hours', { n: hours })
  return say('window-minutes', { n: minutes })
}
