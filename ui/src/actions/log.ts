/** Actions of the place: log. */
import type { Action } from './action'

export const LOG: readonly Action[] = []
