/** What is asked of a case, in the form that crosses the door. It checks nothing; the core refuses. */
import type { FieldRow, Held, HeldParty, HeldRow, Moment, Setting } from '../ipc/types'
import { drafted, noCount, written, type CountDraft } from './counting'

/** A row as a form holds it. A field that is empty holds nothing. */
export type Draft = Record<string, string | CountDraft>

/** A key is to hold a value, of the party that is named; an empty one clears it. */
export const set = (key: string, value: unknown, party: number | null = null): Setting => ({ ask: 'set', key, value, ...(party === null ? {} : { party }) })
/** A row is to be added. */
export const add = (key: string, row: Record<string, unknown>): Setting => ({ ask: 'add', key, row })
/** A field of a row is to hold a value; an empty one clears it. */
export const change = (key: string, id: number, field: string, value: unknown): Setting => ({ ask: 'change', key, id, field, value })
/** A row is to be removed. */
export const remove = (key: string, id: number): Setting => ({ ask: 'remove', key, id })

/** A row's fields as a form holds them. */
export function draftOf(fields: readonly FieldRow[], row: HeldRow | null): Draft {
  // Only numbers about a subject come in units; the others count persons.
  const ofSubject = fields.some((it) => it.type === 'subject')
  return Object.fromEntries(fields.map((field) => [field.field, editable(field, row?.fields[field.field], ofSubject)]))
}

function editable(field: FieldRow, held: Held | undefined, withUnit: boolean): string | CountDraft {
  if (field.type === 'count' && !isCount(held)) return { ...noCount(null), how: field.required ? 'exact' : 'to_be_determined' }
  if (field.type === 'count') return isCount(held) ? drafted(held, withUnit) : noCount(null)
  if (held === undefined || isCount(held)) return ''
  if (isParty(held)) return String(held.party)
  if (typeof held === 'boolean') return held ? 'yes' : 'no'
  return isMoment(held) ? held.original : held
}

/** Whether it is a time. */
export const isMoment = (held: Held | undefined): held is Moment => typeof held === 'object' && 'precision' in held
/** Whether it is a party. */
export const isParty = (held: Held | undefined): held is HeldParty => typeof held === 'object' && 'party' in held
/** Whether it is a number. */
export const isCount = (held: Held | undefined): held is Exclude<Held, string | boolean | Moment | HeldParty> =>
  typeof held === 'object' && 'qualifier' in held

/** What a field of a form says: a number as an object, everything else as it is typed. */
const said = (it: string | CountDraft): unknown => (typeof it === 'string' ? it.trim() : written(it))

/** A new row: what is empty is left out. */
export function rowOf(draft: Draft): Record<string, unknown> {
  const entries = Object.entries(draft).map(([field, it]) => [field, said(it)])
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** The settings that make a row hold what a form holds: one a field that differs. */
export function changes(key: string, id: number, before: Draft, after: Draft): Setting[] {
  const text = (it: string | CountDraft | undefined): string => JSON.stringify(it === undefined ? '' : said(it))
  return Object.entries(after)
    .filter(([field, it]) => text(before[field]) !== text(it))
    .map(([field, it]) => change(key, id, field, said(it)))
}

/** Whether a refusal is about a field: it names it, or quotes what the field holds. */
export function isAbout(said: Readonly<Record<string, string>>, field: string, held: string | CountDraft | undefined): boolean {
  const quoted = typeof held === 'string' && held.trim() !== '' && Object.values(said).includes(held.trim())
  return said['field'] === field || quoted
}
