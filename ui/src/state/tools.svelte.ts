/** What is open over the list of accounts, and the ways to move the focus between its parts. */
import { desk } from './desk.svelte'
import { ofCase } from './scope.svelte'
import { accounts } from './accounts.svelte'

/** What can be tagged. */
export type Picked = 'region' | 'organisation' | 'residence' | 'status'

class Tools {
  /** Which picker is open. */
  picker = $state<Picked | null>(null)
  columns = $state(false)
  out = $state(false)
  /** The inspector is shown where there is little room for it. */
  inspector = $state(false)
  /** Set by the screen while it stands. */
  focus = { filter: (): void => {}, list: (): void => {}, inspector: (): void => {} }

  /** Whether something is there to be tagged. */
  get canTag(): boolean {
    return desk.caseId !== null && desk.writable && accounts.total > 0
  }

  pick(what: Picked): void {
    if (accounts.target) this.picker = what
  }
}

export const tools = ofCase(() => new Tools())
