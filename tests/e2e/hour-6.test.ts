/** Hour 6: three lists from three places. Dropped or chosen, looked at, corrected, imported; the sum adds up. */
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'vitest'

import { chooses, drops, escaped, type Home, KEY, test, until, Window } from './harness'
import { ROOT } from './harness/places'

/** From three places: Exchange in German with semicolons, a directory with commas, one somebody typed with tabs. */
function lists(home: Home): string[] {
  return [
    home.file('exchange.csv', 'Postfach;Inhaber;Region;Status\nada@nordmeer.example;Ada Lund;Hamburg;bestätigt\nbo@nordmeer.example;Bo Lind;Göteborg;bestätigt\n;ohne Adresse;Hamburg;bestätigt\n'),
    home.file('entra.csv', 'mail,displayName\nada@nordmeer.example,Ada Lund\ncy@nordmeer.example,Cy Berg\n'),
    home.file('von-hand.tsv', 'mail\tnotes\ndi@nordmeer.example\tam Telefon genannt\n'),
  ]
}

/** An own book with one case, opened at its imports. */
async function atImport(home: Home): Promise<{ window: Window; book: string }> {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin'])
  const window = await Window.open(home, { book, key: KEY })
  await window.see('button', /Postfach/)
  return { window, book }
}

const imports = (home: Home, book: string): unknown[] => home.run(book, ['import', 'list'])['imports'] as unknown[]

test('three files are dropped, looked at, imported; the sum adds up, and all of it is taken back', async ({ home }) => {
  const { window, book } = await atImport(home)
  const { say } = window
  await drops(window, lists(home), async () => void (await window.reads(say('import-drop'))))
  for (const name of ['exchange.csv', 'entra.csv', 'von-hand.tsv']) await window.see('heading', name)
  await window.hears(say('import-tried-said', { read: 6, new: 4, merged: 1, rejected: 1 }))
  // What would happen is shown before anything does.
  await window.reads(say('import-sum-dry', { read: 6, new: 4, merged: 1, rejected: 1 }))
  await window.picture(`import-files-${home.language}-${home.theme}`)
  await window.press('Mod+Enter')
  await window.reads(say('import-sum', { read: 6, new: 4, merged: 1, rejected: 1 }))
  await window.hears(say('import-done-said', { read: 6, new: 4, merged: 1, rejected: 1 }))
  await window.see('heading', say('import-problems', { n: 1 }))
  // The rejected row is written out, with its line and its reason.
  await window.click('button', say('import-export-problems'))
  await chooses(say('import-rejects-title'), home.path('probleme.csv'))
  const problems = await until('the file', async () => readFileSync(home.path('probleme.csv'), 'utf8'))
  expect(problems).toMatch(/exchange\.csv/)
  await window.click('button', say('import-take-back'))
  await window.reads(say('import-is-taken-back'))
  await window.close()
  expect(home.run(book, ['facts'])).toMatchObject({ accounts: { qualifier: 'to_be_determined' } })
  expect(imports(home, book)).toHaveLength(1)
})

test('a file is chosen in the native dialog, and a column is corrected before anything is imported', async ({ home }) => {
  const { window } = await atImport(home)
  const { say } = window
  const path = home.file('liste.csv', 'mail,Spalte B\nada@nordmeer.example,Hamburg\nbo@nordmeer.example,Lissabon\n')
  await window.press('Mod+I')
  await chooses(say('import-choose-title'), path)
  await window.see('heading', 'liste.csv')
  const column = await window.see('combobox', say('import-column-as', { column: 'Spalte B' }))
  await column.sendKeys(say('import-field-region'))
  // The rows are read anew with the column; imported can be what was tried, and it is tried before.
  await window.reads(new RegExp(`${say('import-field-region')}.*Lissabon`), '.files details')
  await window.possible('button', new RegExp(`^${escaped(say('import-do', { n: 1 }))}`))
  await window.press('Mod+Enter')
  await window.reads(say('import-sum', { read: 2, new: 2, merged: 0, rejected: 0 }))
  await window.go('regions')
  await window.reads('Lissabon')
})

test('an import that is cancelled leaves nothing', async ({ home }) => {
  const { window, book } = await atImport(home)
  const { say } = window
  const rows = Array.from({ length: 150_000 }, (_, at) => `konto${at}@nordmeer.example;Region ${at % 7}`)
  const path = home.file('viele.csv', `mail;Region\n${rows.join('\n')}\n`)
  await window.press('Mod+I')
  await chooses(say('import-choose-title'), path)
  await window.see('heading', 'viele.csv')
  await window.click('button', new RegExp(`^${say('import-do', { n: 1 })}`), 60_000)
  await until('rows of it', async () => (await window.all('button', new RegExp(`^${say('window-cancel')}`))).length > 0)
  await window.press('Mod+.')
  await window.hears(say('import-cancelled'), 60_000)
  await window.close()
  expect(home.run(book, ['facts'])).toMatchObject({ accounts: { qualifier: 'to_be_determined' } })
  expect(imports(home, book)).toHaveLength(0)
  expect(home.run(book, ['verify'])).toMatchObject({ ok: true })
})

test('a list as it really comes, in another encoding, is read without a question', async ({ home }) => {
  const { window } = await atImport(home)
  const { say } = window
  const path = home.path('postfaecher.csv')
  copyFileSync(join(ROOT, 'samples/nordmeer/postfaecher.csv'), path)
  await window.press('Mod+I')
  await chooses(say('import-choose-title'), path)
  await window.reads('Björn Lindqvist')
})

test('of bytes that were imported before it is said when and by whom, and that they were taken back', async ({ home }) => {
  const { window, book } = await atImport(home)
  const { say } = window
  const path = home.file('liste.csv', 'mail\nada@nordmeer.example\n')
  const values = { import: 1, at: '@', by: 'Ada Lund', back: '@' }
  const note = (id: string): RegExp => new RegExp(escaped(say(id, values)).replaceAll('@', String.raw`25.{1,5}2026, \d\d:\d\d`))
  const picks = async (): Promise<void> => {
    await window.press('Mod+I')
    await chooses(say('import-choose-title'), path)
    await window.see('heading', 'liste.csv')
  }
  await picks()
  await window.hears(say('import-tried-said', { read: 1, new: 1, merged: 0, rejected: 0 }))
  await window.press('Mod+Enter')
  await window.hears(say('import-done-said', { read: 1, new: 1, merged: 0, rejected: 0 }))
  await window.click('button', say('import-next'))
  await picks()
  await window.reads(note('import-earlier'), 'article')
  expect(await window.text('article')).not.toMatch(note('import-earlier-taken-back'))
  await window.command('action-import-clear')
  await window.command('action-import-take-back')
  await window.reads(say('import-is-taken-back'))
  await picks()
  await window.reads(note('import-earlier-taken-back'), 'article')
  // What was taken back can be imported again, as something new.
  await window.hears(say('import-tried-said', { read: 1, new: 1, merged: 0, rejected: 0 }))
  await window.close()
  expect(imports(home, book)).toMatchObject([{ taken_back: true }])
})
