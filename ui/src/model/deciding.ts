/** Which keys are decisions, and what may be chosen in each. */
import type { DeterminationKind, KeyRow, Milestone } from '../ipc/types'

/** The kinds of awareness, by their keys. */
const AWARE: Readonly<Record<string, DeterminationKind>> = {
  aware: 'awareness',
  aware_incident: 'awareness_incident',
  aware_significance: 'awareness_significance',
}

/** Of what kind a key's decision is; `null`: it is none. Awareness is decided as a time. */
export function kindOf(key: KeyRow): DeterminationKind | null {
  if (key.type === 'time_with_zone') return AWARE[key.key] ?? null
  return key.type === 'decision' ? (key.key as DeterminationKind) : null
}

/** What every case must decide: what Art. 33 and 34 GDPR ask. Other laws ask more. */
const OF_EVERY_CASE: readonly string[] = ['aware', 'breach', 'risk', 'notification', 'communication', 'materiality']
export const isOfEveryCase = (key: KeyRow): boolean => OF_EVERY_CASE.includes(key.key)

/** Steps from which somebody may say to be aware (docs/model.md, What is several): first alert, suspicion, told, confirmed. */
const CANDIDATES: readonly string[] = ['detected', 'suspected', 'told', 'confirmed']

/** The candidates for awareness, in the order of time. */
export const candidates = (steps: readonly Milestone[]): Milestone[] => steps.filter((it) => CANDIDATES.includes(it.kind))

/** Whether a step is exact enough to be aware from: a time of day, with its zone. */
export const isExact = (it: Milestone): boolean => it.at.precision === 'minute' || it.at.precision === 'second'
