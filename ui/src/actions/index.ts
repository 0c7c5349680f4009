/** Everything that can be done in the window, once: the palette lists it, the keys press it, buttons name its key. */
import { ACCOUNTS } from './accounts'
import type { Action } from './action'
import { EVERYWHERE } from './everywhere'
import { IMPORT } from './import'
import { LOG } from './log'
import { REPORT } from './report'
import { SETTINGS } from './settings'
import { TIMELINE } from './timeline'
import { TREES } from './trees'

export type { Action } from './action'

/** Every action, in the order the palette lists them. */
export const ACTIONS: readonly Action[] = [
  ...EVERYWHERE,
  ...ACCOUNTS,
  ...IMPORT,
  ...TREES,
  ...TIMELINE,
  ...REPORT,
  ...LOG,
  ...SETTINGS,
]

/** The action of an id. */
export const find = (id: string): Action | undefined => ACTIONS.find((action) => action.id === id)
