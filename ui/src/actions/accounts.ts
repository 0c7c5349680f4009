/** Actions of the place: accounts. */
import type { Action } from './action'

export const ACCOUNTS: readonly Action[] = []
