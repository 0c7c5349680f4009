/** Two lists say different things of one account: one of them is adopted, whatever the field, and undo opens it again. */
import { expect } from 'vitest'

import { escaped, KEY, test, until, Window } from './harness'

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
  const adopt = (value: string): Promise<void> => window.click('button', new RegExp(`^${escaped(`${say('inspect-adopt')}: ${value}`)}$`))
  await adopt('Wibke Arens')
  await window.hears(say('inspect-adopted'))
  await adopt(say('kind-shared'))
  await adopt('30')
  await window.click('button', new RegExp(`^${escaped(`${say('inspect-leave')}: ${say('list-column-region')}`)}`))
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
  expect(home.run(book, ['verify'])).toMatchObject({ ok: true })
})
