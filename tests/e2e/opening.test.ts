/** Opening: the passphrase that is wrong, the book that somebody else holds. */
import { expect } from 'vitest'

import { axe, cutOff, KEY, test, Window } from './harness'

test('a wrong passphrase is said beside its field, and the right one opens the book then', async ({ home }) => {
  const book = home.samples()
  const window = await Window.open(home, { book })
  const { say } = window
  await window.click('button', /samples\.breachbook/)
  await window.fill(say('passphrase'), 'falsch')
  await window.press('Enter')
  await window.hears(say('error-book-wrong-passphrase-or-no-book', { book }))
  await window.see('dialog', say('passphrase-title'))
  await window.fill(say('passphrase'), KEY)
  await window.press('Enter')
  await window.see('button', /Nordmeer/)
  await window.gone('dialog')
})

test('a book that another window holds is opened to read only, and nothing offers to change it', async ({ home }) => {
  const book = home.samples()
  const first = await Window.open(home, { book, key: KEY })
  await first.see('button', /Nordmeer/)
  const second = await Window.open(home, { book })
  const { say } = second
  await second.click('button', /samples\.breachbook/)
  await second.fill(say('passphrase'), KEY)
  await second.press('Enter')
  await second.see('alert')
  expect([...(await axe(second)), ...(await cutOff(second))]).toEqual([])
  await second.click('button', say('open-to-read'))
  await second.click('button', /Nordmeer/)
  await second.reads(say('window-read-only'), 'footer')
  expect(await second.all('button', new RegExp(`^${say('action-undo')}`))).toHaveLength(0)
  // The first one is left as it was.
  await first.click('button', /Nordmeer/)
  await first.see('heading', first.say('unit-account'))
  expect(await first.text('footer')).not.toContain(say('window-read-only'))
})
