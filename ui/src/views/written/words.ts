/** What is written down in words: the names of fields, and what they hold, as the reports say it. */
import type { FieldRow, Held, HeldRow, KeyRow } from '../../ipc'
import { countryName } from '../../lang/countries'
import { countOf, instant, moment } from '../../lang/format'
import { phrases, say, word } from '../../lang/phrases.svelte'
import { isCount, isMoment, isParty } from '../../model/setting'

const dashed = (text: string): string => text.replaceAll('_', '-')

/** The list that a field's words are of. */
export function listOf(key: string, field: string): string {
  switch (field) {
    case 'kind':
      return key
    case 'category':
      return 'data_category'
    case 'one':
    case 'other':
      return 'group'
    case 'state':
      return `${key}_state`
    default:
      return field
  }
}

/** A field's name. */
export function fieldName(key: string, field: string): string {
  const own = `written-${dashed(key)}-${dashed(field)}`
  return say(phrases.has(own) ? own : `written-${dashed(field)}`)
}

/** An answer's name. */
export const answerName = (key: string): string => say(`answer-${dashed(key)}`)

/** What a number is about. */
export function subjectName(subject: string): string {
  const own = `subject-${subject.replaceAll('.', '-')}`
  return phrases.has(own) ? say(own) : word('group', subject.split('.')[1] ?? '')
}

/** What a field holds; empty: nothing. */
export function held(key: string, field: FieldRow, it: Held | undefined, zone: string): string {
  if (it === undefined) return ''
  if (isMoment(it)) return moment(it, zone)
  if (isCount(it)) return countOf(it)
  if (isParty(it)) return it.name === '' ? say('party-unnamed') : it.name
  if (typeof it === 'boolean') return say(it ? 'written-yes' : 'written-no')
  switch (field.type) {
    case 'word':
      return word(listOf(key, field.field), it)
    case 'instant':
      return instant(it, zone)
    case 'country':
      return countryName(it)
    case 'subject':
      return subjectName(it)
    default:
      return it
  }
}

/** A row as it is listed: what it is, and what else it says, each with its name where it does not speak for itself. */
export function listed(key: KeyRow, row: HeldRow, zone: string): { head: string; rest: string[] } {
  const fields = key.fields ?? []
  const spoken = (it: FieldRow): string => held(key.key, it, row.fields[it.field], zone)
  const head = fields.find((it) => it.required && (it.type === 'text' || it.type === 'organisation')) ?? fields[0]
  const others = fields.filter((it) => it !== head && spoken(it) !== '')
  const speaks = (it: FieldRow): boolean => ['word', 'count', 'subject'].includes(it.type) || it.field === 'at'
  return {
    head: head ? spoken(head) : '',
    rest: others.map((it) => (speaks(it) ? spoken(it) : say('written-field', { field: fieldName(key.key, it.field), value: spoken(it) }))),
  }
}
