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

/** The keys that hold one answer each, in groups; of another party than the main one, those that are each party's own. */
export function grouped(keys: readonly KeyRow[], ofOther = false): AnswerGroup[] {
  const single = keys.filter((it) => SINGLE.includes(it.type) && (!ofOther || it.of === 'party'))
  const named = new Set(GROUPS.flatMap(([, ids]) => ids))
  return GROUPS.map(([id, ids]) => ({
    id,
    keys: single.filter((it) => (ids.length > 0 ? ids.includes(it.key) : !named.has(it.key))),
  })).filter((it) => it.keys.length > 0)
}

/** What a key holds, as its field shows it. */
export function answered(file: CaseFile, key: KeyRow, party: number | null = null): string {
  if (party !== null && party !== file.main_party) return answeredBy(file, key, party)
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

/** What a key holds of a party that is not the main one: only what is each party's own. */
function answeredBy(file: CaseFile, key: KeyRow, id: number): string {
  const own = file.parties.find((it) => it.id === id) as unknown as Record<string, unknown> | undefined
  const held = own?.[key.key]
  return file.answers_of.find((it) => it.party === id)?.answers[key.key] ?? (typeof held === 'string' ? held : '')
}

/** The two ends of a period, and back. */
export const ends = (text: string): [string, string] => {
  const [from = '', until = ''] = text.split('..')
  return [from, until]
}
export const period = (from: string, until: string): string => (from.trim() === '' && until.trim() === '' ? '' : `${from.trim()}..${until.trim()}`)
