/** A number as a form holds it: the word beside it, its one or two bounds as typed, its unit. And as `case set` takes it. */
import type { Count, Qualifier, Unit } from '../ipc/types'
import { UNITS, WORDS } from '../ipc/words'

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

/** The words beside a number. */
export const HOWS: readonly Qualifier[] = WORDS.Qualifier

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

/** The units that a subject comes in, the one that is meant where nobody says another first. */
export const unitsOf = (subject: string): readonly Unit[] => UNITS[subject] ?? []

/** The number that an object says, as Rust reads it; `null`: it is none. */
export function read(said: unknown): Count | null {
  if (typeof said === 'number') return read({ value: said })
  if (typeof said !== 'object' || said === null) return null
  const it = said as Readonly<Record<string, unknown>>
  const number = (name: string, how?: Qualifier): number | null =>
    typeof it[name] === 'number' && (how === undefined || it['qualifier'] === how) ? it[name] : null
  const unit = WORDS.Unit.find((one) => one === it['unit']) ?? 'record'
  const of = (qualifier: Qualifier, value: number | null, low: number, high: number | null): Count => ({
    value,
    qualifier,
    low,
    high,
    unit,
    unknown_parts: value === null ? 1 : 0,
  })
  if (it['open'] === true || it['qualifier'] === 'to_be_determined') return of('to_be_determined', null, 0, null)
  if (it['cannot_be_determined'] === true || it['qualifier'] === 'cannot_be_determined') return of('cannot_be_determined', null, 0, null)
  const estimate = number('approximate') ?? number('value', 'approximate')
  if (estimate !== null) return of('approximate', estimate, number('low') ?? 0, number('high'))
  const pair: unknown[] | null = Array.isArray(it['between']) ? it['between'] : null
  const [low, high] = pair ?? [
    number('at_least') ?? number('low') ?? number('value', 'at_least'),
    number('at_most') ?? number('high') ?? number('value', 'at_most'),
  ]
  const exact = number('value')
  if (pair === null && low === null && high === null) return exact === null ? null : of('exact', exact, exact, exact)
  return bounded(typeof low === 'number' ? low : 0, typeof high === 'number' ? high : null, of)
}

type Of = (qualifier: Qualifier, value: number | null, low: number, high: number | null) => Count

/** The word that two bounds amount to (docs/model.md, Counting). */
function bounded(low: number, high: number | null, of: Of): Count {
  if (high === null) return low === 0 ? of('to_be_determined', null, 0, null) : of('at_least', low, low, null)
  if (low === high) return of('exact', low, low, high)
  return low === 0 ? of('at_most', high, low, high) : of('between', low, low, high)
}
