/** Actions of the place: timeline. */
import type { Action } from './action'

export const TIMELINE: readonly Action[] = []
