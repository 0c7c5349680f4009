/** Hour 8: the tags. Filter, choose, one key, type, Enter; a new branch on the way; undo; the charts move. */
import { expect } from 'vitest'

import { KEY, test, until, Window } from './harness'

test('accounts are filtered, chosen and tagged by keyboard alone, and the tag is undone and done again', async ({ home }) => {
  const book = home.samples()
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', window.say('unit-account'))
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('-region:*')
  await window.press('Enter')
  // The list is another one now, and has the focus.
  const found = await until('the count', async () => {
    const [, some, all] = /^(\d+) \D*(\d+)/.exec(await window.text('.count')) ?? []
    return some !== all && some
  })
  await window.at('[role=grid]')
  await window.press('Mod+A')
  await window.hears(say('list-chosen-n', { n: Number(found), number: found }))
  await window.press('R')
  await window.see('dialog', say('tag-region'))
  await window.types()
  await window.type('Nordics/Aalborg')
  await window.reads(say('tag-make', { name: 'Nordics/Aalborg' }))
  await window.picture(`tag-${home.language}-${home.theme}`)
  await window.press('Enter')
  await window.gone('dialog')
  await window.hears(say('list-tagged', { n: Number(found), number: found }))
  const left = (): Promise<string> => window.text('.count')
  await until('none left', async () => /^0 /.test(await left()))
  await window.press('Mod+Z')
  await until('all of them back', async () => (await left()).startsWith(`${found} `))
  await window.press('Mod+Shift+Z')
  await until('none left again', async () => /^0 /.test(await left()))
  await window.go('overview')
  await window.reads('Aalborg')
  await window.close()
  const regions = home.run(book, ['facts', '--case', '2'])['by_region'] as { region: string | null; path?: string[] }[]
  expect(JSON.stringify(regions)).toContain('Aalborg')
})

test('in the filter the keys of text stay with the text', async ({ home }) => {
  const window = await Window.open(home, { book: home.samples(), key: KEY })
  await window.click('button', /Nordmeer/)
  await window.see('heading', window.say('unit-account'))
  await window.go('accounts')
  await window.press('/')
  await window.types()
  // Who pauses while typing goes on where the pause was, and can clear the field.
  const typed = (): Promise<string | undefined> => window.script(() => document.querySelector<HTMLInputElement>('.filter input')?.value)
  await window.type('Bran')
  await until('what was found so far', async () => (await window.text('.count')).startsWith('1 '))
  await window.type('dt')
  expect(await typed()).toBe('Brandt')
  await window.press('Mod+A', 'Backspace')
  expect(await typed()).toBe('')
  await window.type('Brandt')
  await window.press('Mod+A')
  const chosen = await window.script(() => document.getSelection()?.toString())
  expect(chosen).toBe('Brandt')
  await window.reads(window.say('list-chosen-none'))
})

test('what is wrong with a filter is said at its place', async ({ home }) => {
  const window = await Window.open(home, { book: home.samples(), key: KEY })
  await window.click('button', /Nordmeer/)
  await window.see('heading', window.say('unit-account'))
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('regoin:Hamburg')
  await window.hears(/regoin/)
  await window.see('textbox', window.say('list-filter'))
  expect(await window.script(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
})
