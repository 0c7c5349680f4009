/** That behind each account stands one person is somebody's determination: of what is chosen or of an import, with its reason. */
import { expect } from 'vitest'

import { escaped, type Home, KEY, test, until, Window } from './harness'

const LIST = 'email,status,kind\na@x.example,confirmed,person\nb@x.example,confirmed,person\nc@x.example,suspected,person\nd@x.example,confirmed,shared\n'
const REASON = 'Eine Lizenz je Person, laut Personalabteilung'

/** A case with four accounts, one of them shared by several. */
async function opened(home: Home): Promise<{ window: Window; book: string }> {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin'])
  home.run(book, ['import', home.file('liste.csv', LIST)])
  const window = await Window.open(home, { book, key: KEY })
  await window.see('button', /Postfach/)
  return { window, book }
}

/** How the owners that are counted are said. */
const owners = ({ say }: Window, low: string, high: string): string =>
  say('person-each-now', { what: say('group-owner'), count: say('count-between', { low, high }) })

const persons = (home: Home, book: string): unknown => home.run(book, ['facts'])['persons']

test('what is chosen is determined to be one person each, with its reason, and undo takes the determination back', async ({ home }) => {
  const { window, book } = await opened(home)
  const { say } = window
  await window.go('accounts')
  await window.tabsTo('[role=grid]')
  await window.press('Space', 'Down', 'Space')
  await window.hears(say('list-chosen-n', { n: 2, number: '2' }))
  await window.press('P')
  await window.see('dialog', say('person-each-title'))
  await window.reads(say('tag-how-many', { n: 2, number: '2' }), '[role=dialog]')
  // Without a reason nothing is determined.
  await window.click('button', say('timeline-determine'))
  await window.types()
  await window.see('dialog', say('person-each-title'))
  await window.type(REASON)
  await window.settles()
  await window.picture(`one-person-${home.language}-${home.theme}`)
  await window.click('button', say('timeline-determine'))
  await window.gone('dialog')
  await window.hears(`${say('person-each-determined', { n: 2, number: '2' })} ${owners(window, '2', '3')}`)
  await until('the focus in the list', () => window.script(() => document.activeElement?.role === 'grid'))
  // It stands with the numbers: of how many, why, by whom.
  await window.go('timeline')
  await window.reads(REASON, '#written-numbers')
  await window.reads(/Ada Lund/, '#written-numbers')
  await window.press('Mod+Z')
  await until('it gone', async () => !(await window.text('#written-numbers')).includes(REASON))
  await window.press('Mod+Shift+Z')
  await window.reads(REASON, '#written-numbers')
  await window.close()
  expect(persons(home, book)).toMatchObject({ low: 2, high: 3 })
  expect(home.run(book, ['facts'])['one_person']).toMatchObject([{ reason: REASON, by: 'Ada Lund' }])
  home.run(book, ['undo'])
  expect(persons(home, book)).toMatchObject({ low: 0, high: 3 })
})

test('of a whole import it is determined where its record stands, and taken back for some from the palette', async ({ home }) => {
  const { window, book } = await opened(home)
  const { say } = window
  await window.go('import')
  await window.click('button', /^liste\.csv/)
  await window.click('button', say('person-each-ask'))
  await window.see('dialog', say('person-each-title'))
  await window.reads(say('person-each-of-import', { import: 1 }), '[role=dialog]')
  // What was typed is asked about before it is thrown away.
  await window.fill(say('written-reason'), REASON)
  await window.press('Escape')
  await window.hears(say('dialog-typed'))
  await window.click('button', say('dialog-go-on'))
  await window.click('button', say('timeline-determine'))
  await window.gone('dialog')
  await window.hears(`${say('person-each-determined', { n: 4, number: '4' })} ${owners(window, '2', '3')}`)
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('key:b@x.example')
  await window.press('Enter')
  await until('one account', async () => /^1 /.test(await window.text('.count')))
  await window.command('action-one-person')
  await window.see('dialog', say('person-each-title'))
  await window.reads(REASON, '[role=dialog]')
  await window.click('button', say('person-each-drop'))
  await window.gone('dialog')
  await window.hears(new RegExp(`^.*${escaped(say('person-each-no-longer', { n: 1, number: '1' }))} ${escaped(owners(window, '1', '3'))}`))
  await window.close()
  expect(persons(home, book)).toMatchObject({ low: 1, high: 3 })
  expect(home.run(book, ['facts'])['one_person']).toMatchObject([{ reason: REASON, which: 'import:1' }])
})
