/** What a row stated of a field, in the reader's words. */
import { count } from '../lang/format'
import { say, word } from '../lang/phrases.svelte'
import type { Count } from '../ipc/types'

const isCount = (value: unknown): value is Count => typeof value === 'object' && value !== null && 'qualifier' in value

/** What a field is called. */
export const fieldWord = (field: string): string => say(`list-column-${field.replaceAll('_', '-')}`)

/** A statement's value: a word of a list, a path, a count, a text. */
export function stated(field: string, value: unknown): string {
  if (isCount(value)) return count(value)
  if (value === null || value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (field === 'status' || field === 'kind') return word(field, text)
  return field === 'region' || field === 'organisation' ? text.replaceAll('/', ' / ') : text
}
