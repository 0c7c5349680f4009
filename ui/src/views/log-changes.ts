/** What a deed changed, in words: what stood there and what stands there since, under the names that the pages use. */
import type { Count, FieldChange, FieldRow, Held, KeyRow, RowChange } from '../ipc'
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
  const subject = row.about?.field === 'subject' && row.key === 'count' ? [spoken(row, 'subject', side(row.about), known)] : []
  return { term: say(isNew ? 'log-row-new' : 'log-row-gone', { what: keyName(row.key) }), values: [...subject, ...lines] }
}

const named = (field: string, value: string): string => (field === '' ? value : say('written-field', { field, value }))

const SETTING = /^([a-z_]+)(?:\[(\d+)\])?(?:\.([a-z_]+))?(\+?=|-$)([\s\S]*)$/

/** A setting as it was asked for, in words; `flat` tells what an object holds, a line a part. */
export function asked(setting: string, known: Known, flat: (value: unknown) => string[]): Detail {
  const [, key, , field, sign, value = ''] = SETTING.exec(setting) ?? []
  if (key === undefined) return { term: say('detail-settings'), values: [setting] }
  if (sign === '-') return { term: say('log-row-gone', { what: keyName(key) }), values: [] }
  const fields = known.keys.find((it) => it.key === key)?.fields ?? []
  const text = (of: string, it: string): string => held(key, fields.find((row) => row.field === of) ?? PLAIN, it, known.zone)
  const object = parsed(value)
  if (object !== null) {
    const lines = Object.entries(counted(object)).flatMap(([of, it]) => {
      const name = phrases.has(`written-${dashed(of)}`) ? fieldName(key, of) : of
      return (typeof it === 'string' ? [text(of, it)] : flat(it)).map((one) => named(name, one))
    })
    return { term: sign === '+=' ? say('log-row-new', { what: keyName(key) }) : keyName(key), values: lines }
  }
  const said = value === '' ? say('field-none') : field === undefined ? answer(key, value) : text(field, value)
  return { term: [keyName(key), field === undefined ? '' : fieldName(key, field)].filter((it) => it !== '').join(' · '), values: [said] }
}

/** The ways to write a number (headless.md), each as the number that it means; the rest as it is. */
function counted(object: Record<string, unknown>): Record<string, unknown> {
  const { at_least, at_most, between, approximate, unit, ...rest } = object
  const of = (qualifier: Count['qualifier'], low: unknown, high: unknown, value: unknown): Record<string, unknown> => ({
    ...rest,
    count: { qualifier, low, high, value, unit: unit ?? 'person', unknown_parts: 0 },
  })
  if (typeof at_least === 'number') return of('at_least', at_least, null, at_least)
  if (typeof at_most === 'number') return of('at_most', 0, at_most, at_most)
  if (typeof approximate === 'number') return of('approximate', 0, null, approximate)
  return Array.isArray(between) && between.length === 2 ? of('between', between[0], between[1], between[0]) : object
}

/** An object that a setting's value is; none: it is a text. */
function parsed(text: string): Record<string, unknown> | null {
  try {
    const found: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : null
    return typeof found === 'object' ? (found as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
