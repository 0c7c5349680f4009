/** Actions of the place: import. */
import type { Action } from './action'

export const IMPORT: readonly Action[] = []
