/** A number as a form holds it: the word beside it, its one or two bounds as typed, its unit. And as `case set` takes it. */
import type { Count, Qualifier, Unit } from '../ipc/types'

/** A number that is being typed. */
export interface CountDraft {
  how: Qualifier
  /** The number, or the lower bound. */
  one: string
  /** The upper bound. */
  other: string
  /** Around an estimate: the lower and the upper bound, where there are any. */
  band: [string, string]
  unit: Unit | null
}

/** The words beside a number, in the order one chooses from. */
export const HOWS: readonly Qualifier[] = [
  'exact',
  'at_least',
  'at_most',
  'between',
  'approximate',
  'to_be_determined',
  'cannot_be_determined',
]

/** A number nobody has typed yet. */
export const noCount = (unit: Unit | null): CountDraft => ({ how: 'exact', one: '', other: '', band: ['', ''], unit })

/** A number that stands, to be typed over. */
export function drafted(it: Count, withUnit: boolean): CountDraft {
  const draft = { ...noCount(withUnit ? it.unit : null), how: it.qualifier }
  const text = (value: number | null): string => (value === null ? '' : String(value))
  switch (it.qualifier) {
    case 'between':
      return { ...draft, one: text(it.low), other: text(it.high) }
    case 'approximate':
      return { ...draft, one: text(it.value), band: [it.low > 0 ? text(it.low) : '', text(it.high)] }
    default:
      return { ...draft, one: text(it.value) }
  }
}

/** Whether a number stands beside the word. */
export const hasNumber = (how: Qualifier): boolean => how !== 'to_be_determined' && how !== 'cannot_be_determined'

/** A whole number as people write it: `60000`, `60.000`, `60,000`, `60 000`. Anything else is none. */
export function whole(text: string): number | null {
  const plain = text.trim()
  if (!/^(\d+|\d{1,3}([.,'’  ]\d{3})+)$/.test(plain)) return null
  const value = Number(plain.replaceAll(/\D/g, ''))
  return Number.isSafeInteger(value) ? value : null
}

/** Why a number cannot be taken as it stands: a phrase, or none. */
export function wrong(draft: CountDraft): string | null {
  if (!hasNumber(draft.how)) return null
  const numbers = [draft.one, ...(draft.how === 'between' ? [draft.other] : [])]
  const around = draft.how === 'approximate' ? draft.band.filter((it) => it.trim() !== '') : []
  if ([...numbers, ...around].some((it) => whole(it) === null)) return 'count-editor-whole'
  const [one, other] = [whole(draft.one) ?? 0, whole(draft.other) ?? 0]
  if (draft.how === 'between' && other < one) return 'count-editor-backwards'
  const [low, high] = draft.band.map(whole)
  const outside = (low != null && low > one) || (high != null && high < one)
  return draft.how === 'approximate' && outside ? 'count-editor-outside' : null
}

/** As `case set` takes it. To be asked only where nothing is wrong with it. */
export function written(draft: CountDraft): Record<string, unknown> {
  return { ...bounds(draft), ...(draft.unit === null ? {} : { unit: draft.unit }) }
}

function bounds(draft: CountDraft): Record<string, unknown> {
  const [one, other] = [whole(draft.one), whole(draft.other)]
  switch (draft.how) {
    case 'exact':
      return { value: one }
    case 'at_least':
      return { at_least: one }
    case 'at_most':
      return { at_most: one }
    case 'between':
      return { between: [one, other] }
    case 'approximate': {
      const [low, high] = draft.band.map(whole)
      return { approximate: one, ...(low == null ? {} : { low }), ...(high == null ? {} : { high }) }
    }
    case 'cannot_be_determined':
      return { cannot_be_determined: true }
    case 'to_be_determined':
      return { open: true }
  }
}

const OF_RECORDS: readonly Unit[] = ['record', 'email', 'file', 'database_row', 'paper', 'login']

/** The units that a subject comes in, the one that is meant where nobody says another first. */
export function unitsOf(subject: string): readonly Unit[] {
  if (subject.startsWith('persons')) return ['person']
  if (subject === 'records.distinct') return ['email']
  return subject === 'accounts' ? ['account'] : subject === 'organisations' ? ['organisation'] : OF_RECORDS
}
