/** What an entry of the log says, as terms and values: nothing of it is left out, nothing is guessed, no JSON is shown. */
import type { Count, RowChange } from '../ipc'
import { count, countOf, number } from '../lang/format'
import { phrases, say } from '../lang/phrases.svelte'
import { deedWords } from '../state/desk.svelte'
import { stated } from '../state/stated'
import { asked, changed, type Detail, type Known } from './log-changes'
import { subjectName } from './written/words'

export type { Detail } from './log-changes'

const UNKNOWN: Known = { keys: [], zone: 'UTC' }

/** The details of an entry: what was asked, then what came of it; the same is said once. What a deed changed of what is
 *  written down stands in place of what was asked for it, where it is known. */
export function details(params: unknown, detail: unknown, known: Known = UNKNOWN, changes: readonly RowChange[] = []): Detail[] {
  const told = changed(changes, known)
  const already = told.flatMap((it) => it.values).join('\n')
  const said = new Map<string, Detail>()
  const keep = (key: string, it: Detail): void => {
    if ((it.values.length > 0 || it.term !== '') && !said.has(key)) said.set(key, it)
  }
  told.forEach((it, at) => keep(`changed ${at}`, it))
  for (const part of [params, detail]) {
    const { settings, keys, ...rest } = object(part)
    if (told.length === 0 && Array.isArray(settings)) settings.forEach((it, at) => keep(`asked ${at}`, asked(it, known, lines)))
    // Which keys were set stands in what was set.
    else if (told.length === 0 && Array.isArray(keys) && !hasSettings(detail) && !hasSettings(params)) keep('keys', { term: named('keys'), values: keys.map((it) => text(it)) })
    for (const [path, values] of flat(rest, [])) {
      const term = path.map(named).join(' · ')
      if (values.every((it) => already.includes(it))) continue
      // What was asked stands again in what came of it, under a name more.
      const key = `${path.at(-1)}: ${values.join()}`
      if (values.length > 0) keep(key, { term, values })
    }
  }
  return [...said.values()]
}

const object = (it: unknown): Record<string, unknown> => (typeof it === 'object' && it !== null && !Array.isArray(it) ? { ...it } : {})
const hasSettings = (it: unknown): boolean => Array.isArray(object(it)['settings'])
const isCount = (it: unknown): it is Count => typeof it === 'object' && it !== null && 'qualifier' in it && 'low' in it

/** What a value holds, a line a part, each under its name. */
const lines = (value: unknown): string[] =>
  flat(value, []).map(([path, values]) => [path.map(named).join(' · '), values.join(', ')].filter((it) => it !== '').join(': '))

function flat(value: unknown, path: string[], beside: Record<string, unknown> = {}): [string[], string[]][] {
  if (value === null || value === undefined || value === '') return []
  if (isCount(value)) return [[path, ['unit' in value ? countOf(value) : count(value)]]]
  if (Array.isArray(value)) {
    const plain = value.filter((it) => typeof it !== 'object' || it === null)
    const rest = value.filter((it) => typeof it === 'object' && it !== null)
    const own: [string[], string[]][] = plain.length > 0 ? [[path, plain.map((it) => text(it, path.at(-1)))]] : []
    return [...own, ...rest.flatMap((it) => flat(it, path))]
  }
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, it]) => flat(it, [...path, key], value as Record<string, unknown>))
  // A statement that was adopted is said as the list says it.
  if (path.at(-1) === 'value' && typeof beside['field'] === 'string') return [[path, [stated(beside['field'], value)]]]
  const column = `list-column-${String(value).replaceAll('_', '-')}`
  if (path.at(-1) === 'field' && phrases.has(column)) return [[path, [say(column)]]]
  return [[path, [text(value, path.at(-1))]]]
}

/** A key in words where there are any; else as it stands in the log. */
function named(key: string): string {
  const id = `detail-${key.replaceAll(/[_.]/g, '-')}`
  return phrases.has(id) ? say(id) : key
}

/** A value: a verb and a word of a closed list in words, where there are any. */
function text(value: unknown, key = ''): string {
  if (typeof value === 'boolean') return say(value ? 'detail-yes' : 'detail-no')
  if (typeof value === 'number') return number(value)
  if (key === 'verb') return deedWords(String(value))
  if (key === 'name' && phrases.has(`subject-${String(value).split('.')[0]}`)) return subjectName(String(value))
  const id = `${key}-${value}`.replaceAll(/[_. ]/g, '-')
  return phrases.has(id) ? say(id) : String(value)
}

/** In one line, for the list: what came of it first; no hashes, no bare yes or no, nothing twice. */
export function summary(params: unknown, detail: unknown, known: Known = UNKNOWN): string {
  const silent = ['detail-yes', 'detail-no'].map((id) => say(id))
  const values = details(detail, params, known).flatMap((it) => it.values)
  const telling = values.filter((it) => it !== '0' && !silent.includes(it) && it.length < 120 && !/^[0-9a-f]{64}$/.test(it))
  return [...new Set(telling)].slice(0, 5).join(' · ')
}
