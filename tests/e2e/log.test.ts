/** The log says what was changed as it was and as it is, in words, whatever was set and how. */
import { expect } from 'vitest'

import { escaped, KEY, test, Window } from './harness'

test('an entry says what stood there and what stands there, and never shows how it was written down', async ({ home }) => {
  const book = home.samples()
  const set = (...settings: string[]): unknown => home.run(book, ['case', 'set', ...settings, '--case', '2'])
  set('reference=2026-07', 'claim+={"subject":"records","at_least":60000,"unit":"email","source":"Reuters"}', 'risk=high')
  set('title=Postfächer', 'reference=2026-08', 'cause=')
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.click('button', /Postfächer/)
  await window.see('heading', say('unit-account'))
  await window.go('log')
  const changed = (before: string, after: string): RegExp => new RegExp(escaped(say('log-from-to', { before, after })))
  await window.reads(changed('2026-07', '2026-08'), 'aside')
  await window.reads(/ → Postfächer/, 'aside')
  await window.settles()
  await window.picture(`log-changes-${home.language}-${home.theme}`)
  await window.script(() => document.querySelector<HTMLElement>('.list [aria-current="true"]')?.focus())
  await window.press('Down')
  await window.reads(say('log-row-new', { what: say('written-claim') }), 'aside')
  await window.reads('Reuters', 'aside')
  await window.reads(say('risk-high'), 'aside')
  await window.picture(`log-new-row-${home.language}-${home.theme}`)
  expect(await window.text('main')).not.toMatch(/[{}]|\+=/)
})
