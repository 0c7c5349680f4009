/** What an entry of the log says, as terms and values: nothing of it is left out, and nothing is guessed. */
import { number } from '../lang/format'
import { phrases, say } from '../lang/phrases.svelte'
import { deedWords } from '../state/desk.svelte'

/** A term and its values, one a line. */
export interface Detail {
  term: string
  values: string[]
}

/** The details of an entry: what was asked, then what came of it; the same is said once. */
export function details(params: unknown, detail: unknown): Detail[] {
  const said = new Map<string, Detail>()
  for (const part of [params, detail]) {
    for (const [path, values] of flat(part, [])) {
      const term = path.map(named).join(' · ')
      // What was asked stands again in what came of it, under a name more.
      const key = `${path.at(-1)}: ${values.join()}`
      if (values.length > 0 && !said.has(key)) said.set(key, { term, values })
    }
  }
  return [...said.values()]
}

function flat(value: unknown, path: string[]): [string[], string[]][] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) {
    const plain = value.filter((it) => typeof it !== 'object' || it === null)
    const rest = value.filter((it) => typeof it === 'object' && it !== null)
    const own: [string[], string[]][] = plain.length > 0 ? [[path, plain.map((it) => text(it, path.at(-1)))]] : []
    return [...own, ...rest.flatMap((it) => flat(it, path))]
  }
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, it]) => flat(it, [...path, key]))
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
  const id = `${key}-${value}`.replaceAll(/[_. ]/g, '-')
  return phrases.has(id) ? say(id) : String(value)
}

/** In one line, for the list: what came of it first; no hashes, no bare yes or no, nothing twice. */
export function summary(params: unknown, detail: unknown): string {
  const silent = ['detail-yes', 'detail-no'].map((id) => say(id))
  const values = details(detail, params).flatMap((it) => it.values)
  const telling = values.filter((it) => it !== '0' && !silent.includes(it) && it.length < 120 && !/^[0-9a-f]{64}$/.test(it))
  return [...new Set(telling)].slice(0, 5).join(' · ')
}
