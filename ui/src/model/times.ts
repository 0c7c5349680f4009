/**
 * Times as people type them, in the forms that the core takes. A time of day without a zone is meant on the case's
 * clock; where that clock shows it twice or never, it is handed on as it is, and the core refuses it.
 */
import type { Moment } from '../ipc/types'

const DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
const MONTH = /^(\d{1,2})[./](\d{4})$/
const CLOCK = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?$/

const two = (text: string): string => text.padStart(2, '0')

/** The text in a form that the core takes, where it can be told; else as it is. */
export function normalised(text: string, zone: string): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ').replace(/(?<=[\d:]) ?Uhr$/, '')
  const [day = '', time] = plain.split(/,? (?=\d{1,2}:\d{2})/)
  const iso = day.replace(DAY, (_, d: string, m: string, y: string) => `${y}-${two(m)}-${two(d)}`)
  if (time !== undefined) return onTheClock(`${iso} ${time}`, zone) ?? plain
  return onTheClock(iso, zone) ?? iso.replace(MONTH, (_, m: string, y: string) => `${y}-${two(m)}`)
}

function onTheClock(text: string, zone: string): string | null {
  const [, day, hour, minute, second] = CLOCK.exec(text) ?? []
  if (day === undefined || hour === undefined || minute === undefined) return null
  const clock = `${day}T${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}`
  const asUtc = Date.parse(`${clock}Z`)
  if (Number.isNaN(asUtc)) return null
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

/** Whether a text names an instant with its zone. */
export const isInstant = (text: string): boolean => /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)

/** This minute on a zone's clock, in the form that the core takes. */
export function thisMinute(now: string, zone: string): string {
  const minutes = offset(Date.parse(now), zone)
  return `${new Date(Date.parse(now) + minutes * 60_000).toISOString().slice(0, 16)}${written(minutes)}`
}
