/** One account closely: what else it is called, which each list and the search find it by. */
import { expect } from 'vitest'

import { KEY, test, until, Window } from './harness'

test('what an account is also known as stands beside it, each with its kind, and finds it', async ({ home }) => {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin'])
  const list = 'mail,UserPrincipalName,Personalnummer\nada@nordmeer.example,a.lund@nordmeer.onmicrosoft.example,4711\nbo@nordmeer.example,,\n'
  home.run(book, ['import', home.file('liste.csv', list)])
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.see('button', /Postfach/)
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('key:4711')
  await window.press('Enter')
  await until('one account', async () => /^1 /.test(await window.text('.count')))
  const upn = `a.lund@nordmeer.onmicrosoft.example · ${say('key-kind-upn')}`
  await window.reads(`${say('list-column-aliases')} ${upn}`, 'aside')
  await window.reads(`4711 · ${say('key-kind-employee-number')}`, 'aside')
  // Who has no other name has none to show.
  await window.press('/')
  await window.types()
  await window.press('Mod+A')
  await window.type('key:bo@nordmeer.example')
  await window.press('Enter')
  await window.reads('bo@nordmeer.example', 'aside h2')
  expect(await window.text('aside')).not.toContain(say('list-column-aliases'))
})
