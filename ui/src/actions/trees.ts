/** Actions of the place: trees. */
import type { Action } from './action'

export const TREES: readonly Action[] = []
