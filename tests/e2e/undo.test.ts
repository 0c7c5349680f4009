/** Undo holds over a restart: what was done yesterday can be taken back today, and done again. */
import { expect } from 'vitest'

import { KEY, test, Window } from './harness'

test('a deed is undone and done again after the window was closed and opened', async ({ home }) => {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin'])
  home.run(book, ['case', 'set', 'title=Postfach der Nordmeer GmbH'])
  const first = await Window.open(home, { book, key: KEY })
  const { say } = first
  await first.see('button', /Postfach/)
  await first.command('action-undo')
  await first.hears(say('window-undone', { deed: say('deed-case-set'), n: 1, left: 0 }))
  await first.close()
  expect(home.run(book, ['case', 'list'])).toMatchObject({ cases: [{ title: 'Postfach' }] })

  const second = await Window.open(home, { book, key: KEY })
  await second.see('button', /Postfach/)
  await second.press('Mod+Shift+Z')
  await second.hears(say('window-redone', { deed: say('deed-case-set'), n: 1, left: 0 }))
  await second.close()
  expect(home.run(book, ['case', 'list'])).toMatchObject({ cases: [{ title: 'Postfach der Nordmeer GmbH' }] })
})
