/** What is open over the list of accounts, and the ways to move the focus between its parts. */
import type { Chosen } from '../ipc'
import { number } from '../lang/format'
import { say } from '../lang/phrases.svelte'
import { desk } from './desk.svelte'
import { ofCase } from './scope.svelte'
import { accounts } from './accounts.svelte'

/** What can be tagged. */
export type Picked = 'region' | 'organisation' | 'residence' | 'status'

/** Accounts of which it is asked whether each is one person, and which they are in words. */
export interface Persons {
  chosen: Chosen
  about: string
}

class Tools {
  /** Which picker is open. */
  picker = $state<Picked | null>(null)
  /** Of which accounts it is determined that each is one person. */
  persons = $state.raw<Persons | null>(null)
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

  /** Asks it of what is chosen, else of the row with the focus. */
  askPersons(): void {
    const n = Math.max(1, accounts.chosen)
    if (accounts.target) this.persons = { chosen: accounts.target, about: say('tag-how-many', { n, number: number(n) }) }
  }

  /** Asks it of all accounts that an import brought or met. */
  askPersonsOf(id: number): void {
    const chosen = { everything: true, filter: `import:${id}`, ids: [] }
    this.persons = { chosen, about: say('person-each-of-import', { import: id }) }
  }
}

export const tools = ofCase(() => new Tools())
