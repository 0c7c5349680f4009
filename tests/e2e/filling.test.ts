/** A directory or a staff list only fills in accounts that are there: said before, said afterwards, and kept in the record. */
import { expect } from 'vitest'

import { chooses, type Home, KEY, test, Window } from './harness'

const STAFF = 'mail,displayName,Region,status\nada@nordmeer.example,Ada Lund,Hamburg,cleared\ncy@nordmeer.example,Cy Berg,Hamburg,confirmed\n'

/** A case that knows one account, opened at its imports. */
async function atImport(home: Home): Promise<{ window: Window; book: string }> {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin'])
  home.run(book, ['import', home.file('liste.csv', 'mail\nada@nordmeer.example\n')])
  const window = await Window.open(home, { book, key: KEY })
  await window.see('button', /Postfach/)
  return { window, book }
}

async function picks(window: Window, name: string, text: string): Promise<void> {
  await window.press('Mod+I')
  await chooses(window.say('import-choose-title'), window.home.file(name, text))
  await window.see('heading', name)
}

test('a staff list fills in what is there, adds nobody, and its record says so', async ({ home }) => {
  const { window, book } = await atImport(home)
  const { say } = window
  await picks(window, 'personal.csv', STAFF)
  await window.hears(say('import-tried-said', { read: 2, new: 1, merged: 1, rejected: 0 }))
  await window.click('checkbox', new RegExp(`^${say('import-enrich')}`))
  const rows = { read: 2, new: 0, merged: 1, rejected: 0, unmatched: 1 }
  await window.hears(say('import-tried-said-filled', rows))
  // The preview says what it would change, what it leaves out, and what it does not read.
  await window.reads(say('import-sum-dry-filled', rows), 'main')
  await window.reads(say('import-filled-dry', { n: 1 }), 'main')
  await window.reads(say('import-without-account', { n: 1 }), 'main')
  await window.reads(say('import-not-when-filling'), '.columns')
  expect(await window.text('article details')).not.toContain(say('import-field-status'))
  await window.settles()
  await window.picture(`import-filling-${home.language}-${home.theme}`)
  await window.press('Mod+Enter')
  await window.hears(say('import-done-said-filled', rows))
  await window.reads(say('import-filled', { n: 1 }), '.result')
  // The next list adds accounts again: nothing stays switched on unseen.
  await window.click('button', say('import-next'))
  await picks(window, 'weitere.csv', 'mail\ndi@nordmeer.example\n')
  await window.hears(say('import-tried-said', { read: 1, new: 1, merged: 0, rejected: 0 }))
  await window.command('action-import-clear')
  await window.click('button', /^personal\.csv/)
  await window.reads(`${say('import-only-filled')} ${say('import-filled', { n: 1 })} ${say('import-without-account', { n: 1 })}`, '.details')
  await window.close()
  const accounts = home.run(book, ['accounts'])['accounts']
  expect(accounts).toMatchObject([{ key: 'ada@nordmeer.example', name: 'Ada Lund', region: 'Hamburg', status: 'confirmed' }])
  expect((home.run(book, ['import', 'list'])['imports'] as { unmatched?: number }[]).map((it) => it.unmatched)).toEqual([undefined, 1])
})

test('a list that names no account of the case cannot be imported so, and says why', async ({ home }) => {
  const { window, book } = await atImport(home)
  const { say } = window
  await picks(window, 'fremd.csv', 'mail,displayName\ncy@nordmeer.example,Cy Berg\n')
  await window.command('action-import-enrich')
  const why = say('import-useless-filled', { file: 'fremd.csv', unmatched: 1, rejected: 0 })
  await window.reads(why, 'aside')
  await window.press('Mod+Enter')
  await window.hears(why)
  await window.close()
  expect(home.run(book, ['import', 'list'])['imports']).toHaveLength(1)
})
