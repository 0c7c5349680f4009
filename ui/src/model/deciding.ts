/** Which keys are decisions, and what may be chosen in each: as the core says of every key. */
import type { DeterminationKind, KeyRow, Milestone } from '../ipc/types'
import { MAY_BE_AWARENESS } from '../ipc/words'

/** Of what a key is the decision; `null`: of nothing. */
export const kindOf = (key: KeyRow): DeterminationKind | null => key.decides ?? null

/** What every case must decide; other laws ask more. */
export const isOfEveryCase = (key: KeyRow): boolean => key.of_every_case === true

/** The candidates for awareness, in the order of time. */
export const candidates = (steps: readonly Milestone[]): Milestone[] => steps.filter((it) => MAY_BE_AWARENESS.includes(it.kind))

/** Whether a step is exact enough to be aware from: a time of day, with its zone. */
export const isExact = (it: Milestone): boolean => it.at.precision === 'minute' || it.at.precision === 'second'
