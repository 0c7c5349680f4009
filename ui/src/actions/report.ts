/** Actions of the place: report. */
import type { Action } from './action'

export const REPORT: readonly Action[] = []
