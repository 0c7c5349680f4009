/** The single answers of a case: what each holds now, as its field shows it, and which stand together. */
import type { CaseFile, KeyRow } from '../../ipc'

/** Answers that stand together, in the order of the first page. A key that no group names stands in the last. */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['case', ['title', 'controller', 'reference', 'dpo', 'zone']],
  ['when', ['occurred', 'detected', 'late_reasons', 'discovery', 'discovery_text']],
  ['what', ['nature', 'incident', 'cause', 'description', 'systems', 'data_place']],
  ['whom', ['persons_text', 'special_categories', 'special_categories_text']],
  ['harm', ['consequences', 'impact', 'severity']],
  ['others', []],
]
const SINGLE: readonly string[] = ['text', 'word', 'words', 'period', 'time', 'zone']

/** A group of answers. */
export interface AnswerGroup {
  id: string
  keys: KeyRow[]
}

/** The keys that hold one answer each, in groups. */
export function grouped(keys: readonly KeyRow[]): AnswerGroup[] {
  const single = keys.filter((it) => SINGLE.includes(it.type))
  const named = new Set(GROUPS.flatMap(([, ids]) => ids))
  return GROUPS.map(([id, ids]) => ({
    id,
    keys: single.filter((it) => (ids.length > 0 ? ids.includes(it.key) : !named.has(it.key))),
  })).filter((it) => it.keys.length > 0)
}

/** What a key holds, as its field shows it. */
export function answered(file: CaseFile, key: KeyRow): string {
  switch (key.type) {
    case 'period':
      return file.occurred ? `${file.occurred.from.original}..${file.occurred.until?.original ?? ''}` : ''
    case 'time':
      return file.milestones.find((it) => it.kind === key.key && it.party === null)?.at.original ?? ''
    case 'zone':
      return file.zone
    default: {
      const own = (file as unknown as Record<string, unknown>)[key.key]
      return file.answers[key.key] ?? (typeof own === 'string' ? own : '')
    }
  }
}

/** The two ends of a period, and back. */
export const ends = (text: string): [string, string] => {
  const [from = '', until = ''] = text.split('..')
  return [from, until]
}
export const period = (from: string, until: string): string => (from.trim() === '' && until.trim() === '' ? '' : `${from.trim()}..${until.trim()}`)
