/** What is asked of a case, in the form of `case set`: one text a setting. It checks nothing; the core refuses. */
import type { FieldRow, Held, HeldRow, Moment } from '../ipc/types'
import { drafted, noCount, written, type CountDraft } from './counting'

/** A row as a form holds it. A field that is empty holds nothing. */
export type Draft = Record<string, string | CountDraft>

/** `KEY=VALUE`; an empty value clears it. */
export const set = (key: string, value: string): string => `${key}=${value}`
/** `KEY+=JSON`. */
export const add = (key: string, row: Record<string, unknown>): string => `${key}+=${JSON.stringify(row)}`
/** `KEY[ID].FIELD=VALUE`; an empty value clears it. */
export const change = (key: string, id: number, field: string, value: string): string => `${key}[${id}].${field}=${value}`
/** `KEY[ID]-`. */
export const remove = (key: string, id: number): string => `${key}[${id}]-`

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
  if (typeof held === 'boolean') return held ? 'yes' : 'no'
  return isMoment(held) ? held.original : held
}

/** Whether it is a time. */
export const isMoment = (held: Held | undefined): held is Moment => typeof held === 'object' && 'precision' in held
/** Whether it is a number. */
export const isCount = (held: Held | undefined): held is Exclude<Held, string | boolean | Moment> =>
  typeof held === 'object' && 'qualifier' in held

/** A new row: what is empty is left out. */
export function rowOf(draft: Draft): Record<string, unknown> {
  const entries = Object.entries(draft).map(([field, it]) => [field, typeof it === 'string' ? it.trim() : written(it)])
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** The settings that make a row hold what a form holds: one a field that differs. */
export function changes(key: string, id: number, before: Draft, after: Draft): string[] {
  const text = (it: string | CountDraft | undefined): string =>
    it === undefined ? '' : typeof it === 'string' ? it.trim() : JSON.stringify(written(it))
  return Object.keys(after)
    .filter((field) => text(before[field]) !== text(after[field]))
    .map((field) => change(key, id, field, text(after[field])))
}
