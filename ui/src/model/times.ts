/**
 * Times as people type them, in the forms that the core takes. A time of day without a zone is meant on the case's
 * clock; where that clock shows it twice or never, it is handed on as it is, and the core refuses it. What names no one
 * day (03/04/2023) is handed on as well: nothing is guessed.
 */
import type { Moment } from '../ipc/types'

/** What "today" and the names of months mean: the time as it is, and the locales whose words are understood. */
export interface Now {
  at: string
  locales: readonly string[]
}

const CLOCK = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?$/
// A time of day at the end: `13:41`, `9 Uhr`, `1:41 pm`; with a full stop only behind a day or before `Uhr`.
const TIME = /^(?:(.*?),? ?(?:[T ]))?(\d{1,2}):(\d{2})(?::(\d{2}))? ?(am|pm|uhr)?$/i
const DOTTED = /^(?:(.*\S),? )?(\d{1,2})\.(\d{2}) ?(uhr)?$/i
const HOUR = /^(?:(.*?),? )?(\d{1,2}) ?(am|pm|uhr)$/i

const two = (text: string | number): string => String(text).padStart(2, '0')

/** The text in a form that the core takes, where it can be told; else as it is. */
export function normalised(text: string, zone: string, now?: Now): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ')
  if (isInstant(plain)) return plain
  if (now && isNow(plain, now)) return thisMinute(now.at, zone)
  const [rest, clock] = split(plain)
  const day = dayOf(rest, clock === null ? null : '', zone, now)
  if (clock === null) return day ?? plain
  if (day === null || day.length !== 10) return plain
  return onTheClock(`${day} ${clock}`, zone) ?? plain
}

/** The day and the time of day of a text; no time of day: the text is the day. */
function split(plain: string): [string, string | null] {
  const [, day, hours, minutes, seconds, half] = TIME.exec(plain) ?? []
  if (hours !== undefined) return [day ?? '', clockOf(hours, minutes, half, seconds)]
  const [, before, dotted, past, oclock] = DOTTED.exec(plain) ?? []
  if (dotted !== undefined && (before !== undefined || oclock !== undefined)) return [before ?? '', clockOf(dotted, past)]
  const [, on, hour, of] = HOUR.exec(plain) ?? []
  return hour === undefined ? [plain, null] : [on ?? '', clockOf(hour, '00', of)]
}

function clockOf(hours: string, minutes = '00', half = '', seconds?: string): string {
  const plus = /pm/i.test(half) && Number(hours) < 12 ? 12 : /am/i.test(half) && Number(hours) === 12 ? -12 : 0
  return `${two(Number(hours) + plus)}:${minutes}${seconds === undefined ? '' : `:${seconds}`}`
}

/** A day as `2026-11-24`, a month as `2026-11`, a year; `null`: it is none of them. `empty` stands for today. */
function dayOf(text: string, empty: string | null, zone: string, now?: Now): string | null {
  const today = now ? thisMinute(now.at, zone).slice(0, 10) : null
  if (text === empty) return today
  if (/^\d{4}(-\d{2})?$/.test(text)) return text
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(text) ?? []
  if (iso) return existing(iso)
  const [, d, m, y] = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d{2}))?$/.exec(text) ?? []
  if (d && m) return y || today ? existing(`${y ? (y.length === 2 ? `20${y}` : y) : today?.slice(0, 4)}-${two(m)}-${two(d)}`) : null
  const [, month, year] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? []
  if (month && year) return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(month)}` : null
  return now && today ? inWords(text, today, now) : null
}

/** `24. November 2026`, `Nov 24, 2026`, `November 2026`, `yesterday`. */
function inWords(text: string, today: string, now: Now): string | null {
  const wanted = text.toLowerCase()
  for (const locale of now.locales) {
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    const ago = [0, -1, -2].find((it) => relative.format(it, 'day').toLowerCase() === wanted)
    if (ago !== undefined) return new Date(Date.parse(`${today}T12:00Z`) + ago * 86_400_000).toISOString().slice(0, 10)
    const [, before, name, after, year] = /^(?:(\d{1,2})\.? )?(\p{L}+)\.?(?: (\d{1,2}),?)? (\d{4})$/u.exec(text) ?? []
    const month = name === undefined ? 0 : monthOf(name, locale)
    if (month === 0 || (before && after)) continue
    const day = before ?? after
    return day === undefined ? `${year}-${two(month)}` : existing(`${year}-${two(month)}-${two(day)}`)
  }
  return null
}

/** Which month a name means, from 1; its first three letters are enough. 0: none. */
function monthOf(name: string, locale: string): number {
  const wanted = name.toLowerCase()
  const names = Array.from({ length: 12 }, (_, it) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, it, 15)).toLowerCase(),
  )
  const found = names.flatMap((it, at) => (wanted.length >= 3 && it.startsWith(wanted) ? [at + 1] : []))
  return found.length === 1 ? (found[0] ?? 0) : 0
}

const isNow = (text: string, now: Now): boolean =>
  now.locales.some((it) => new Intl.RelativeTimeFormat(it, { numeric: 'auto' }).format(0, 'second').toLowerCase() === text.toLowerCase())

/** A day that the calendar has. */
const existing = (day: string): string | null => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null
}

function onTheClock(text: string, zone: string): string | null {
  const [, day, hour, minute, second] = CLOCK.exec(text) ?? []
  if (day === undefined || hour === undefined || minute === undefined) return null
  const clock = `${day}T${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}`
  const asUtc = Date.parse(`${clock}Z`)
  if (Number.isNaN(asUtc) || existing(day) === null) return null
  const day_ms = 86_400_000
  const near = [...new Set([offset(asUtc - day_ms, zone), offset(asUtc + day_ms, zone)])]
  const fitting = near.filter((it) => offset(asUtc - it * 60_000, zone) === it)
  return fitting.length === 1 ? `${clock}${written(fitting[0] ?? 0)}` : null
}

/** Minutes east of UTC at an instant. */
function offset(at: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(shown ?? '') ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function written(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(String(Math.floor(size / 60)))}:${two(String(size % 60))}`
}

/** What a text in one of the core's forms will be read as; `null`: it is none of them. */
export function readAs(text: string, zone: string): Pick<Moment, 'from' | 'precision'> | null {
  if (isInstant(text)) {
    const at = Date.parse(text)
    return Number.isNaN(at) ? null : { from: new Date(at).toISOString(), precision: 'minute' }
  }
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  if (year === undefined) return null
  const clock = onTheClock(`${year}-${month ?? '01'}-${day ?? '01'} 12:00`, zone)
  if (clock === null) return null
  return { from: new Date(clock).toISOString(), precision: day ? 'day' : month ? 'month' : 'year' }
}

/** Whether a zone is one that the clocks know. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** Whether a text names an instant with its zone. */
export const isInstant = (text: string): boolean => /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)

/** This minute on a zone's clock, in the form that the core takes. */
export function thisMinute(now: string, zone: string): string {
  const minutes = offset(Date.parse(now), zone)
  return `${new Date(Date.parse(now) + minutes * 60_000).toISOString().slice(0, 16)}${written(minutes)}`
}
