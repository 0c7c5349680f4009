/** Two lists say different things of one account: one of them is adopted, whatever the field, and undo opens it again. */
import { setTimeout as delay } from 'node:timers/promises'

import { expect } from 'vitest'

import { escaped, KEY, test, until, Window } from './harness'

/** Within this time the driver takes a click in the same place for the second of a double click, in ms. */
const DOUBLE_CLICK = 1_100

test('of contradicting names, kinds and records one is adopted in the inspector, which says who decided it', async ({ home }) => {
  const book = home.samples()
  const head = 'email,name,kind,records,region\n'
  for (const [name, row] of [['eins.csv', 'w@nordmeer.example,Wiebke Ahrens,person,10,Nord'], ['zwei.csv', 'w@nordmeer.example,Wibke Arens,shared,30,Süd']] as const) {
    home.run(book, ['import', home.file(name, `${head}${row}\n`), '--case', '2'])
  }
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('key:w@nordmeer.example')
  await window.press('Enter')
  await until('one account', async () => /^1 /.test(await window.text('.count')))
  for (const field of ['name', 'kind', 'records', 'region']) {
    await window.reads(say('inspect-conflict', { field: say(`list-column-${field}`) }), 'aside')
  }
  await window.settles()
  await window.picture(`inspector-conflicts-${home.language}-${home.theme}`)
  /** Clicks, and waits until that is decided. The next button comes to lie in the same place: a click at once would be a double click's. */
  const decide = async (button: RegExp): Promise<void> => {
    await window.click('button', button)
    await window.gone('button', button)
    await delay(DOUBLE_CLICK)
  }
  const adopt = (value: string): Promise<void> => decide(new RegExp(`^${escaped(`${say('inspect-adopt')}: ${value}`)}$`))
  // A double click decides once: its second click does not decide what has come to lie in the place of the first.
  const first = await window.possible('button', `${say('inspect-adopt')}: Wiebke Ahrens`)
  await window.driver.actions().move({ origin: first }).click().pause(300).click().perform()
  await window.hears(say('inspect-adopted'))
  await delay(DOUBLE_CLICK)
  await window.reads(say('inspect-conflict', { field: say('list-column-kind') }), 'aside')
  await window.press('Mod+Z')
  await adopt('Wibke Arens')
  await adopt(say('kind-shared'))
  await adopt('30')
  await decide(new RegExp(`^${escaped(`${say('inspect-leave')}: ${say('list-column-region')}`)}`))
  // What was decided is said where one asks why: by which deed, by whom.
  await window.reads(`${say('list-column-name')}: Wibke Arens`, 'aside')
  await window.reads(new RegExp(`${escaped(say('list-column-records'))}: 30 ${escaped(say('deed-conflict-adopt'))}.*Ada Lund`), 'aside')
  await window.settles()
  await window.picture(`inspector-adopted-${home.language}-${home.theme}`)
  await window.press('Mod+Z')
  await window.reads(say('inspect-conflict', { field: say('list-column-region') }), 'aside')
  await window.close()
  const found = home.run(book, ['accounts', '--case', '2', '--where', 'key:w@nordmeer.example'])['accounts']
  expect(found).toMatchObject([{ name: 'Wibke Arens', kind: 'shared', records: { value: 30, qualifier: 'exact' } }])
  // Three decisions stand, and no fourth.
  for (let deed = 0; deed < 3; deed += 1) home.run(book, ['undo', '--case', '2'])
  const open = home.run(book, ['accounts', '--case', '2', '--where', 'key:w@nordmeer.example'])['accounts']
  expect(open).toMatchObject([{ name: 'Wiebke Ahrens', kind: 'person', records: { qualifier: 'between' } }])
  expect(home.run(book, ['verify'])).toMatchObject({ ok: true })
})
