/** The trees by keyboard: branches are put in an order and taken out; one that is used says so, and merging is offered. */
import { expect } from 'vitest'

import { KEY, test, until, Window } from './harness'

/** The names of the branches, from the top down. */
const names = (window: Window): Promise<string[]> =>
  window.script(() => [...document.querySelectorAll<HTMLElement>('[role=treegrid] tr[data-id] .name')].map((it) => it.innerText.trim().split('\n')[0] ?? ''))
const focused = (window: Window): Promise<string> => window.script(() => (document.activeElement as HTMLElement | null)?.innerText.trim().split(/\s*[\n\t]/)[0] ?? '')

test('branches change places and leave, each by a key, and undo brings them back', async ({ home }) => {
  const book = home.samples()
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  await window.go('regions')
  await until('the tree', async () => (await names(window)).length > 2)
  const before = await names(window)
  await window.script(() => document.querySelector<HTMLElement>('[role=treegrid] tr[tabindex="0"]')?.focus())
  const first = await focused(window)
  await window.press('Alt+Down')
  await window.hears(say('deed-node-place'))
  await until('it further down', async () => (await names(window)).indexOf(first) > 0)
  await until('the focus to follow', async () => (await focused(window)) === first)
  await window.press('Alt+Up')
  await until('it back', async () => (await names(window)).join() === before.join())

  await window.press('Shift+N')
  await window.types()
  await window.type('Leer')
  await window.press('Enter')
  await until('the new one', async () => (await focused(window)) === 'Leer')
  await window.press('Delete')
  await window.hears(say('deed-node-remove'))
  await until('it gone', async () => !(await names(window)).includes('Leer'))
  await until('the focus on a branch', async () => (await names(window)).includes(await focused(window)))
  await window.press('Mod+Z')
  await until('it again', async () => (await names(window)).includes('Leer'))

  await window.script(() => document.querySelector<HTMLElement>('[role=treegrid] tr[data-id]')?.focus())
  const used = await focused(window)
  await window.press('Delete')
  await window.see('dialog', say('trees-used-title', { name: used }))
  const why = await window.text('[role=dialog]')
  expect(why).toMatch(/\d/)
  await window.picture(`tree-used-${home.language}-${home.theme}`)
  await window.click('button', say('action-tree-merge'))
  await window.see('dialog', say('trees-merge-title', { name: used }))
  await window.press('Escape')
  await window.gone('dialog')
  expect(await names(window)).toContain(used)
  await window.picture(`tree-order-${home.language}-${home.theme}`)
})
