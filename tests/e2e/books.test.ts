/** One book after another: nothing of the one before is said of the next, what runs is asked about, what is plain says so. */
import { writeFileSync } from 'node:fs'

import { expect } from 'vitest'

import { axe, chooses, closesAndIsAsked, cutOff, escaped, type Home, KEY, test, until, Window } from './harness'

/** A book of its own with one case, and with a deed that can be undone. */
function other(home: Home): string {
  const book = home.book('andere.breachbook')
  home.run(book, ['case', 'new', '--title', 'Anderer Fall', '--zone', 'Europe/Berlin'])
  home.run(book, ['import', home.file('andere.csv', 'mail,region\nzoe@andere.example,Kiel\n')])
  return book
}

async function opens(window: Window, book: string): Promise<void> {
  const { say } = window
  await window.press('Mod+Shift+O')
  await chooses(say('window-open-book'), book)
  await window.see('dialog', say('passphrase-title'))
  await window.fill(say('passphrase'), KEY)
  await window.press('Enter')
  await window.gone('dialog', say('passphrase-title'))
}

test('a book that is opened in place of another says nothing of it, anywhere', async ({ home }) => {
  const second = other(home)
  const window = await Window.open(home, { book: home.samples(), key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  // State in every place: a deed that is said, a filter, a choice, a file picked, a search in the log, a preview.
  await window.go('regions')
  await window.tabsTo('[data-tree] tr')
  await window.press('Alt+Down')
  await window.hears(say('deed-node-place'))
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('Brandt')
  await window.press('Enter')
  await until('one', async () => (await window.text('.count')).startsWith('1 '))
  await window.press('Mod+A')
  await window.press('Mod+I')
  await chooses(say('import-choose-title'), home.file('nord.csv', 'mail\nnora@nordmeer.example\n'))
  await window.see('heading', 'nord.csv')
  await window.go('log')
  await window.fill(say('log-text'), 'Nordmeer')
  await window.go('report')
  await window.reads(/SHA-256 [0-9a-f]{16}/, '.order', 60_000)
  const said = await window.text('footer')
  expect(said).toMatch(/14:07/)

  await opens(window, second)
  await window.see('button', /Anderer Fall/)
  expect(await window.text('footer .said')).toBe('')
  expect(await window.text('footer')).not.toMatch(/14:07/)
  await window.go('accounts')
  await window.reads('zoe@andere.example', '.accounts')
  expect(await window.script(() => document.querySelector<HTMLInputElement>('.filter input')?.value)).toBe('')
  await window.reads(say('list-chosen-none'), '.foot')
  await window.go('import')
  await window.see('heading', say('import-invite'))
  await window.go('log')
  expect(await window.script(() => document.querySelector<HTMLInputElement>('#log-text')?.value)).toBe('')
  await window.reads('Anderer Fall', '.log')
  await window.go('report')
  await window.reads(/SHA-256 [0-9a-f]{16}/, '.order', 60_000)
  expect(await window.text()).not.toMatch(/Nordmeer|Brandt/)
  await window.press('Mod+W')
  await window.see('heading', say('start-title'))
  expect(await window.text('footer')).toBe('')
})

test('a case that is opened in place of another has a filter and a foot of its own', async ({ home }) => {
  const window = await Window.open(home, { book: home.samples(), key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('region:Hamburg')
  // At once, before anything is counted.
  await window.press('Mod+O')
  await window.click('button', /Storm/)
  await window.see('heading', say('unit-account'))
  await window.go('accounts')
  await until('counted', async () => /\d/.test(await window.text('.count')))
  expect(await window.script(() => document.querySelector<HTMLInputElement>('.filter input')?.value)).toBe('')
})

/** Rows enough to run for a while. */
const MANY = 500_000

async function imports(window: Window, home: Home): Promise<void> {
  const { say } = window
  const rows = Array.from({ length: MANY }, (_, at) => `konto${at}@nordmeer.example;Region ${at % 7}`)
  await window.press('Mod+I')
  await chooses(say('import-choose-title'), home.file('viele.csv', `mail;Region\n${rows.join('\n')}\n`))
  await window.see('heading', 'viele.csv')
  await window.click('button', new RegExp(`^${escaped(say('import-do', { n: 1 }))}`), 90_000)
  await window.reads(say('import-running'), 'footer')
}

test('closing while an import runs asks: staying lets it run, going stops it and leaves nothing half done', async ({ home }) => {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin'])
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.see('button', /Postfach/)
  await imports(window, home)
  await closesAndIsAsked(window)
  await window.reads(say('import-running'), '[role=dialog]')
  await window.click('button', say('leave-let-run'))
  await window.gone('dialog')
  await window.reads(say('import-running'), 'footer')
  await window.press('Mod+W')
  await window.see('dialog', say('leave-book'))
  await window.picture(`leave-runs-${home.language}-${home.theme}`)
  await window.click('button', say('leave-go-book'))
  await window.see('heading', say('start-title'), 60_000)
  expect(await window.text('footer')).toBe('')
  await window.close()
  expect(home.run(book, ['import', 'list'])['imports']).toHaveLength(0)
  expect(home.run(book, ['facts'])).toMatchObject({ accounts: { qualifier: 'to_be_determined' } })
  expect(home.run(book, ['verify'])).toMatchObject({ ok: true })
})

test('an import goes on while one looks at another case, and is there when one comes back', async ({ home }) => {
  const book = home.samples()
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  await imports(window, home)
  await window.press('Mod+O')
  await window.click('button', /Storm/)
  await window.see('heading', say('unit-account'))
  await window.go('import')
  await window.reads(say('import-elsewhere'))
  await window.press('Mod+O')
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  await window.go('import')
  await window.see('heading', say('import-running'))
  await window.press('Mod+.')
  await window.hears(say('import-cancelled'), 60_000)
})

test('a book that is not encrypted says so in words, when it is opened and as long as it is open', async ({ home }) => {
  const window = await Window.open(home)
  const { say } = window
  await window.click('button', new RegExp(`^${escaped(say('start-samples'))}`))
  await window.click('checkbox', say('book-plain'))
  await window.click('button', say('book-make'))
  await window.see('button', /Nordmeer/, 60_000)
  await window.hears(say('window-plain-opened'))
  await window.settles()
  await window.picture(`plain-cases-${home.language}-${home.theme}`)
  await window.click('button', /Nordmeer/)
  const shown = (): Promise<boolean> =>
    window.script((words) => [...document.querySelectorAll<HTMLElement>('footer .plain')].some((it) => it.innerText.trim() === words && it.getBoundingClientRect().right <= innerWidth), say('window-plain'))
  for (const place of ['overview', 'accounts', 'timeline', 'report', 'settings']) {
    await window.go(place)
    expect(await shown()).toBe(true)
  }
  expect(await axe(window)).toEqual([])
  await window.command('action-theme')
  await window.settles()
  expect(await axe(window)).toEqual([])
  await window.picture(`plain-case-${home.language}-dark`)
  // Also where there is little room.
  await window.go('timeline')
  await window.zoom()
  await window.settles()
  await window.picture(`plain-case-${home.language}-zoom-200`)
  expect(await shown()).toBe(true)
  expect(await cutOff(window)).toEqual([])
})

test('a weak passphrase is asked about once more, and says how soon it is found', async ({ home }) => {
  const window = await Window.open(home)
  const { say } = window
  const types = async (passphrase: string): Promise<void> => {
    await window.fill(say('passphrase'), passphrase)
    await window.fill(say('passphrase-again'), passphrase)
    await window.click('button', say('book-make'))
  }
  await window.click('button', new RegExp(`^${escaped(say('start-new-case'))}`))
  await types('sommer26')
  await window.hears(say('weak-title'))
  await window.reads(/10[.,]000/, '[role=dialog] [role=alert]')
  await window.settles()
  await window.picture(`weak-book-${home.language}-${home.theme}`)
  // The key that sent it sends nothing now: it stands on the other way.
  await window.press('Enter')
  await until('its field', async () => window.script(() => document.activeElement?.id === 'book-first'))
  await types('sommer26')
  await window.hears(say('weak-title'))
  await window.click('button', say('weak-take'))
  await window.see('dialog', say('start-new-case'))
  await window.fill(say('case-title'), 'Schwach')
  await window.press('Enter')
  await window.see('button', /Schwach/)
  // A strong one is not asked about.
  await window.go('settings')
  await window.click('button', say('settings-passphrase'))
  await window.fill(say('settings-passphrase-old'), 'sommer26')
  for (const [neu, isWeak] of [['winter27', true], ['Kiesel Laterne Hafen Sieben', false]] as const) {
    await window.fill(say('settings-passphrase-new'), neu)
    await window.fill(say('passphrase-again'), neu)
    await window.click('button', say('settings-passphrase-do'))
    if (isWeak) {
      await window.hears(say('weak-title'))
      await window.settles()
      await window.picture(`weak-change-${home.language}-${home.theme}`)
    }
  }
  await window.gone('dialog')
  await window.hears(say('settings-passphrase-changed'))
})

test('what is to be said of a book stays in sight until it is read', async ({ home }) => {
  const book = other(home)
  // A log that no program of ours has left: it cannot be read, and is kept.
  writeFileSync(`${book}-wal`, Buffer.alloc(32 + 24 + 4096, 7))
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.reads(/andere\.breachbook-wal\.\w{6}\.part/, '.remarks')
  await window.picture('remark')
  expect(await axe(window)).toEqual([])
  await window.click('button', say('window-remark-read'))
  await until('read', async () => (await window.text('.remarks')) === '')
})
