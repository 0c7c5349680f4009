/** Actions of the place: accounts. */
import { listsCopy } from '../ipc'
import { number } from '../lang/format'
import { say } from '../lang/phrases.svelte'
import { accounts } from '../state/accounts.svelte'
import { desk } from '../state/desk.svelte'
import { tools, type Picked } from '../state/tools.svelte'
import { canWrite, inCase, type Action } from './action'

const WITHIN = '#accounts'
const some = (): boolean => inCase() && accounts.total > 0

const tag = (what: Picked, keys: string): Action => ({
  id: `tag-${what}`,
  keys,
  place: 'accounts',
  within: WITHIN,
  can: () => canWrite() && some(),
  run: () => tools.pick(what),
})

/** Copies what is chosen, else the row with the focus, as a spreadsheet takes it. */
async function copy(): Promise<void> {
  const chosen = accounts.target
  if (!chosen) return
  const n = chosen.everything ? accounts.chosen : chosen.ids.length
  await desk.try(async () => {
    const columns = accounts.shown.map((it) => it.id)
    const text = await listsCopy({ view: accounts.view, chosen, columns, format: '' })
    await toClipboard(text)
    desk.notice = { kind: 'done', text: say('list-copied', { n, number: number(n) }) }
  })
}

async function toClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Where the system's clipboard is closed to pages: through a field that is selected and gone again.
    const here = document.activeElement as HTMLElement | null
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    here?.focus()
    if (!done) throw new Error('the clipboard is closed')
  }
}

export const ACCOUNTS: readonly Action[] = [
  { id: 'filter', keys: '/', place: 'accounts', within: WITHIN, can: inCase, run: () => tools.focus.filter() },
  tag('region', 'R'),
  tag('organisation', 'O'),
  tag('residence', 'L'),
  tag('status', 'S'),
  { id: 'one-person', keys: 'P', place: 'accounts', within: WITHIN, can: () => canWrite() && some(), run: () => tools.askPersons() },
  { id: 'choose-all', keys: 'Mod+A', place: 'accounts', within: WITHIN, can: some, run: () => accounts.chooseAll() },
  { id: 'choose-none', keys: 'Escape', place: 'accounts', within: WITHIN, can: () => accounts.chosen > 0, run: () => accounts.chooseNone() },
  { id: 'copy', keys: 'Mod+C', place: 'accounts', within: WITHIN, can: some, run: copy },
  { id: 'columns', place: 'accounts', can: inCase, run: () => void (tools.columns = true) },
  { id: 'list-out', keys: 'Mod+E', place: 'accounts', can: some, run: () => void (tools.out = true) },
  { id: 'clear-filter', place: 'accounts', can: () => accounts.filter !== '', run: () => accounts.ask('') },
  {
    id: 'inspect',
    keys: 'I',
    place: 'accounts',
    within: WITHIN,
    can: some,
    run: () => {
      tools.inspector = true
      requestAnimationFrame(() => tools.focus.inspector())
    },
  },
]
