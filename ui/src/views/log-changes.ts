/** What a deed changed, in words: what stood there and what stands there since, under the names that the pages use. */
import type { Count, FieldChange, FieldRow, Held, KeyRow, RowChange, Setting } from '../ipc'
import { phrases, say } from '../lang/phrases.svelte'
import { fieldName, held, subjectName } from './written/words'

/** A term and its values, one a line. */
export interface Detail {
  term: string
  values: string[]
}

/** What the words need to know: the keys of a case with their fields, and its zone. */
export interface Known {
  keys: readonly KeyRow[]
  zone: string
}

const PLAIN: FieldRow = { field: '', type: 'text', required: false }
const dashed = (text: string): string => text.replaceAll('_', '-')
const quoted = (ids: string[]): string | null => (ids.every((id) => phrases.has(id)) ? ids.map((id) => say(id)).join(', ') : null)

/** What a key is called: an answer, what consists of rows, what is determined, or why it was. */
function keyName(key: string): string {
  const kind = dashed(key.replace(/_reason$/, '')).replace(/^aware$/, 'awareness')
  const ids = [`answer-${dashed(key)}`, `written-${dashed(key)}`, `determination-${kind}`]
  const id = ids.find((it) => phrases.has(it))
  const name = id ? say(id) : key
  return key.endsWith('_reason') && id === `determination-${kind}` ? `${name} · ${say('written-reason')}` : name
}

/** What an answer says: words of its list, where it has one. */
const answer = (list: string, value: string): string =>
  quoted(value.split(',').map((it) => dashed(`${list}-${it.trim()}`))) ?? value

/** What a field says. */
function spoken(row: RowChange, field: string, it: Held | null, known: Known): string {
  if (it === null || it === '') return say('field-none')
  if (typeof it === 'string' && field === 'subject') return subjectName(it)
  if (typeof it === 'string' && field === 'value') return answer(determined(row) ?? row.key, it)
  const kind = known.keys.find((one) => one.key === row.key)?.fields?.find((one) => one.field === field)
  return held(row.key, kind ?? PLAIN, it, known.zone)
}

/** Of a determination: of what. */
function determined(row: RowChange): string | null {
  const kind = row.about?.after ?? row.about?.before
  return row.key === 'determination' && typeof kind === 'string' ? kind : null
}

/** What a field is called beside the name of its key; none: the key says it. */
function part(key: string, field: string): string {
  if (key === 'occurred') return say(`answer-${field}`)
  if (key === 'count' ? field === 'count' : field === 'value' && key !== 'determination') return ''
  return fieldName(key, field)
}

/** The changes of a deed: a row that is new or gone with what it held, else each field with what it held and holds. */
export const changed = (changes: readonly RowChange[], known: Known): Detail[] =>
  changes.flatMap((row) =>
    row.became === 'changed' || row.about === null ? row.fields.map((field) => differs(row, field, known)) : [whole(row, known)],
  )

function differs(row: RowChange, field: FieldChange, known: Known): Detail {
  const about = row.about && row.about.field !== field.field ? spoken(row, row.about.field, row.about.after ?? row.about.before, known) : ''
  const [before, after] = [field.before, field.after].map((it) => spoken(row, field.field, it, known))
  return {
    term: [keyName(row.key), about, part(row.key, field.field)].filter((it) => it !== '').join(' · '),
    values: [say('log-from-to', { before: before ?? '', after: after ?? '' })],
  }
}

function whole(row: RowChange, known: Known): Detail {
  const isNew = row.became === 'made'
  const side = (it: FieldChange): Held | null => (isNew ? it.after : it.before)
  // Of awareness the value is its time, as somebody typed it.
  const timed = row.fields.some((it) => it.field === 'at' && side(it) !== null)
  const told = row.fields.filter((it) => side(it) !== null && !(timed && determined(row) !== null && it.field === 'value'))
  const lines = told.map((it) => named(part(row.key, it.field), spoken(row, it.field, side(it), known)))
  return { term: say(isNew ? 'log-row-new' : 'log-row-gone', { what: keyName(row.key) }), values: lines }
}

const named = (field: string, value: string): string => (field === '' ? value : say('written-field', { field, value }))

/** A setting as it was asked for, in words; `flat` tells what an object holds, a line a part. */
export function asked(setting: unknown, known: Known, flat: (value: unknown) => string[]): Detail {
  if (!isSetting(setting)) return { term: say('detail-settings'), values: flat(setting) }
  const { key } = setting
  if (setting.ask === 'remove') return { term: say('log-row-gone', { what: keyName(key) }), values: [] }
  const fields = known.keys.find((it) => it.key === key)?.fields ?? []
  const text = (of: string, it: string): string => held(key, fields.find((row) => row.field === of) ?? PLAIN, it, known.zone)
  const parts = (row: Record<string, unknown>): string[] =>
    Object.entries(counted(row)).flatMap(([of, it]) => {
      const name = phrases.has(`written-${dashed(of)}`) ? fieldName(key, of) : of
      return (typeof it === 'string' ? [text(of, it)] : flat(it)).map((one) => named(name, one))
    })
  if (setting.ask === 'add') return { term: say('log-row-new', { what: keyName(key) }), values: parts(setting.row) }
  const field = setting.ask === 'change' ? setting.field : null
  const term = [keyName(key), field === null ? '' : fieldName(key, field)].filter((it) => it !== '').join(' · ')
  const { value } = setting
  if (value === null || value === '') return { term, values: [say('field-none')] }
  if (typeof value === 'object') return { term, values: parts(value as Record<string, unknown>) }
  return { term, values: [field === null ? answer(key, String(value)) : text(field, String(value))] }
}

const isSetting = (it: unknown): it is Setting =>
  typeof it === 'object' && it !== null && 'ask' in it && 'key' in it && typeof it.key === 'string'

/** The ways to write a number (docs/model.md, Counting), each as the number that it means; the rest as it is. */
function counted(object: Record<string, unknown>): Record<string, unknown> {
  const { at_least, at_most, between, approximate, cannot_be_determined, unit, ...rest } = object
  const of = (qualifier: Count['qualifier'], low: unknown, high: unknown, value: unknown): Record<string, unknown> => ({
    ...rest,
    count: { qualifier, low, high, value, unit: unit ?? 'person', unknown_parts: 0 },
  })
  if (typeof at_least === 'number') return of('at_least', at_least, null, at_least)
  if (typeof at_most === 'number') return of('at_most', 0, at_most, at_most)
  if (typeof approximate === 'number') return of('approximate', 0, null, approximate)
  if (cannot_be_determined === true) return of('cannot_be_determined', 0, null, null)
  return Array.isArray(between) && between.length === 2 ? of('between', between[0], between[1], between[0]) : object
}
