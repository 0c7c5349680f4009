/** Hour 0: a colleague calls. Start, new case, three facts; nobody has said "aware". It takes less than a minute. */
import { expect } from 'vitest'

import { chooses, test, until, Window } from './harness'

test('a new case stands in under a minute, and nobody is said to be aware', async ({ home }) => {
  const window = await Window.open(home)
  const { say } = window
  const start = Date.now()
  await window.click('button', new RegExp(`^${say('start-new-case')}`))
  await window.see('dialog', say('start-new-case'))
  await window.fill(say('passphrase'), 'Kiesel Laterne Hafen Sieben')
  await window.hears(new RegExp(`${say('strength-3')}|${say('strength-4')}`))
  await window.fill(say('passphrase-again'), 'Kiesel Laterne Hafen Sieben')
  await window.click('button', say('book-make'))
  await window.fill(say('case-title'), 'Ausgelagertes Postfach')
  await window.fill(say('case-controller'), 'Nordmeer GmbH')
  await window.fill(say('case-suspected'), '2026-11-25')
  await window.click('button', say('case-make'))
  await window.see('button', /Ausgelagertes Postfach/)
  expect(Date.now() - start).toBeLessThan(60_000)
  await window.reads(say('pending-determination-awareness'))
  await window.reads(say('window-no-list'))
  expect(await window.text('header')).not.toContain(say('window-aware-since', { at: '', ago: '' }).slice(0, 12))
})

test('a book is made where the native dialog says', async ({ home }) => {
  const window = await Window.open(home)
  const { say } = window
  await window.click('button', new RegExp(`^${say('start-samples')}`))
  await window.click('button', say('book-choose'))
  await chooses(say('window-new-book'), home.path('ansehen.breachbook'))
  await window.reads('ansehen.breachbook', '[role=dialog]')
  await window.click('checkbox', say('book-plain'))
  await window.reads(say('book-plain-warn'))
  await window.click('button', say('book-make'))
  await until('the samples', async () => (await window.all('button', /Nordmeer/)).length > 0, 60_000)
})
