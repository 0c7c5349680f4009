/** The window keeps what was typed, wherever one goes and however it is closed; what cannot be kept is never lost in silence. */
import { readFileSync } from 'node:fs'

import { expect } from 'vitest'

import { closes, closesAndIsAsked, escaped, type Home, KEY, test, until, Window } from './harness'

/** The book of the samples, its case open at the timeline. */
async function opened(home: Home, book = home.samples()): Promise<Window> {
  const window = await Window.open(home, { book, key: KEY })
  await window.click('button', /Nordmeer/)
  await window.see('heading', window.say('unit-account'))
  await window.go('timeline')
  await window.see('heading', window.say('timeline-claims'))
  return window
}

const answer = (window: Window, key: string): string => window.say(`answer-${key}`)
const kept = (home: Home, book: string): string => JSON.stringify(home.run(book, ['case', 'show', '--case', '2']))
const focus = (window: Window): Promise<string> => window.script(() => document.activeElement?.id ?? '')
const value = (window: Window, id: string): Promise<string> => window.script((id) => (document.getElementById(id) as HTMLInputElement | null)?.value ?? '', id)
const gone = (window: Window, ms = 15_000): Promise<unknown> =>
  until('the window is gone', async () => !(await window.script(() => true).catch(() => false)), ms)

/** Ways from a field that is being typed in to elsewhere. */
const WAYS: [string, (window: Window) => Promise<void>][] = [
  ['a key', (window) => window.go('accounts')],
  ['the places at the left', async (window) => {
    await window.click('button', new RegExp(`^${window.say('place-regions')}`))
    await window.see('heading', window.say('place-regions'))
  }],
  ['the palette', (window) => window.command('action-go-overview')],
  ['the cases of the book', async (window) => {
    await window.press('Mod+O')
    await window.see('heading', window.say('place-cases'))
  }],
  ['closing the book', async (window) => {
    await window.press('Mod+W')
    await window.see('heading', window.say('start-title'))
  }],
]

test.for(WAYS)('what is typed is kept before one goes: %s', async ([, goes], { home }) => {
  const book = home.samples()
  const window = await opened(home, book)
  await window.fill(answer(window, 'systems'), 'Postfächer der Disposition')
  await goes(window)
  await window.close()
  expect(kept(home, book)).toContain('Postfächer der Disposition')
})

test('what is typed is kept before the window is closed by a key', async ({ home }) => {
  const book = home.samples()
  const window = await opened(home, book)
  await window.fill(answer(window, 'systems'), 'Postfächer der Disposition')
  await closes()
  await gone(window)
  expect(kept(home, book)).toContain('Postfächer der Disposition')
})

test('a name in the settings and a width among the columns are kept before the window is closed by a key', async ({ home }) => {
  const window = await opened(home)
  const { say } = window
  await window.go('accounts')
  await window.click('button', say('list-columns'))
  await window.see('dialog')
  const width = new RegExp(`^${escaped(say('columns-width', { column: say('list-column-name') }))}$`)
  await window.fill(width, '333')
  await window.press('Escape')
  await window.gone('dialog')
  await until('the width', async () => readFileSync(home.settings, 'utf8').includes('333'))
  await window.click('button', say('list-columns'))
  await window.fill(width, '222')
  await closes()
  await gone(window)
  await until('the other width', async () => readFileSync(home.settings, 'utf8').includes('222'))
  const again = await opened(home)
  await again.go('settings')
  await again.fill(say('settings-name'), 'Grace Lind')
  await closes()
  await gone(again)
  expect(readFileSync(home.settings, 'utf8')).toContain('Grace Lind')
})

test('what is typed is kept before something is undone, and done again brings it back', async ({ home }) => {
  const window = await opened(home)
  const { say } = window
  await window.fill(answer(window, 'systems'), 'Postfächer der Disposition')
  await window.click('button', /^Rückgängig:|^Undo:/)
  await window.hears(new RegExp(escaped(say('deed-case-set'))))
  await until('as it was', async () => (await value(window, 'answer-systems')) !== 'Postfächer der Disposition')
  await window.command('action-redo')
  await until('as it was typed', async () => (await value(window, 'answer-systems')) === 'Postfächer der Disposition')
})

test('a name that is typed in the tree is taken before one goes', async ({ home }) => {
  const window = await opened(home)
  await window.go('regions')
  await window.tabsTo('[data-tree] tr')
  await window.press('Shift+N')
  await window.types()
  await window.type('Aalborg')
  await window.go('overview')
  await window.hears(window.say('deed-node-make'))
  await window.go('regions')
  await window.reads('Aalborg', '[role=treegrid]')
})

test('a date that cannot be read stays with its sentence, also when one comes back, and closing asks', async ({ home }) => {
  const book = home.samples()
  const window = await opened(home, book)
  const { say } = window
  const before = await value(window, 'answer-detected')
  await window.fill(answer(window, 'detected'), 'kurz nach Ostern')
  // The first time one is kept there, and told why.
  await window.press('Alt+2')
  await window.hears(say('leave-not-kept'))
  await window.reads(say('time-not-read'))
  await window.reads(say('error-time-unreadable', { text: 'kurz nach Ostern' }))
  await until('the focus in the field', async () => (await focus(window)) === 'answer-detected')
  expect(await window.text('main h1')).toBe(say('place-timeline'))
  await until('the reason in sight', () => window.script(() => {
    const why = document.getElementById('answer-detected-wrong')?.getBoundingClientRect()
    return why !== undefined && why.height > 0 && why.bottom - 2 <= (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0)
  }))
  await window.settles()
  await window.picture(`keeps-unread-${home.language}-${home.theme}`)
  // Who knows and goes finds it as it was typed.
  await window.go('accounts')
  await window.go('timeline')
  await until('it again', async () => (await value(window, 'answer-detected')) === 'kurz nach Ostern')
  await window.reads(say('error-time-unreadable', { text: 'kurz nach Ostern' }))
  await closesAndIsAsked(window)
  await window.reads('kurz nach Ostern', '[role=dialog]')
  await window.settles()
  await window.picture(`keeps-asked-${home.language}-${home.theme}`)
  await window.click('button', say('leave-stay'))
  await window.gone('dialog')
  expect(await value(window, 'answer-detected')).toBe('kurz nach Ostern')
  // Another book, or none, is asked about as well.
  await window.press('Mod+W')
  await window.see('dialog', say('leave-book'))
  await window.press('Escape')
  await window.gone('dialog')
  await closesAndIsAsked(window)
  // The click takes the window away, and the driver with it.
  await window.click('button', say('leave-go-window'), 2_000).catch(() => undefined)
  await gone(window)
  expect(kept(home, book)).not.toContain('Ostern')
  expect(kept(home, book)).toContain(before)
})

test('what is refused only as the window closes, or as the case is left, is asked about', async ({ home }) => {
  const window = await opened(home)
  const { say } = window
  await window.fill(answer(window, 'zone'), 'Europa/Hamburg')
  await closesAndIsAsked(window)
  await window.reads('Europa/Hamburg', '[role=dialog]')
  await window.press('Escape')
  await window.gone('dialog')
  await until('the field again', async () => (await focus(window)) === 'answer-zone')
  await window.fill(answer(window, 'zone'), 'Europa/Kiel')
  await window.press('Mod+O')
  await window.see('dialog', say('leave-case'))
  await window.reads('Europa/Kiel', '[role=dialog]')
  await window.click('button', say('leave-go-case'))
  await window.see('heading', say('place-cases'))
})

test('what is typed in a dialog is asked about before it is thrown away', async ({ home }) => {
  const window = await opened(home)
  const { say } = window
  const title = say('written-new', { what: say('written-milestone') })
  await window.press('M')
  await window.see('dialog', title)
  // Nothing was typed yet: nothing is asked.
  await window.press('Escape')
  await window.gone('dialog')
  await window.press('M')
  await window.fill(new RegExp(`^${escaped(say('written-what'))} `), 'Anruf der Hotline')
  await window.press('Escape')
  await window.hears(say('dialog-typed'))
  await window.settles()
  await window.picture(`keeps-escape-${home.language}-${home.theme}`)
  await window.press('Enter')
  await until('the field again', async () => (await value(window, 'row-what')) === 'Anruf der Hotline')
  await closesAndIsAsked(window)
  await window.reads(title, '[role=dialog] li')
  await window.click('button', say('leave-stay'))
  await window.gone('dialog', say('leave-window'))
  expect(await value(window, 'row-what')).toBe('Anruf der Hotline')
  // The palette leads away from it, too.
  await window.press('Mod+K')
  await window.see('dialog', say('action-palette'))
  const field = await until('the field of the palette', () => window.script(() => document.querySelector('[role=dialog].palette input')))
  await (field as unknown as { sendKeys: (text: string) => Promise<void> }).sendKeys(say('action-go-accounts'))
  await window.press('Enter')
  await window.see('dialog', say('leave-place'))
  await window.press('Escape')
  await window.gone('dialog', say('leave-place'))
  expect(await value(window, 'row-what')).toBe('Anruf der Hotline')
  await window.press('Escape')
  await window.hears(say('dialog-typed'))
  await window.click('button', say('dialog-discard'))
  await window.gone('dialog')
})

test('why a typed number is kept over the list’s is asked about before it is thrown away, and stands beside it once saved', async ({ home }) => {
  const book = home.samples()
  home.run(book, ['count', 'set', '--case', '2', 'accounts', '--value', '5', '--source', 'Telefon'])
  const window = await opened(home, book)
  const { say } = window
  const [title, reason] = [say('timeline-keep-title'), 'Zwei davon sind Testkonten']
  await window.reads(say('timeline-typed-contradicted'), '#written-numbers')
  const keep = say('timeline-keep-what', { what: say('subject-accounts') })
  await window.click('button', keep)
  await window.see('dialog', title)
  await window.fill(say('written-reason'), reason)
  await window.press('Escape')
  await window.hears(say('dialog-typed'))
  await window.press('Enter')
  await until('the field again', async () => (await value(window, 'keep-reason')) === reason)
  await closesAndIsAsked(window)
  await window.reads(title, '[role=dialog] li')
  await window.click('button', say('leave-stay'))
  await window.gone('dialog', say('leave-window'))
  expect(await value(window, 'keep-reason')).toBe(reason)
  await window.click('button', say('timeline-keep'))
  await window.gone('dialog')
  await window.reads(say('timeline-kept-because', { reason }), '#written-numbers')
  await window.gone('button', keep)
  await window.press('Mod+Z')
  await window.see('button', keep)
  // Thrown away, it is gone, and nothing is kept.
  await window.click('button', keep)
  await window.fill(say('written-reason'), reason)
  await window.press('Escape')
  await window.click('button', say('dialog-discard'))
  await window.gone('dialog')
  await window.close()
  expect(JSON.stringify(home.run(book, ['facts', '--case', '2'])['typed_conflicts'])).toContain('accounts')
  expect(kept(home, book)).not.toContain(reason)
})

test('a country and a width that cannot be read stay with their sentence', async ({ home }) => {
  const window = await opened(home)
  const { say } = window
  await window.go('regions')
  await window.tabsTo('[data-tree] tr')
  await window.press('C')
  await window.fill(say('trees-code'), 'Atlantis')
  await window.press('Tab')
  await window.reads(say('field-country-unknown'), '[role=dialog]')
  expect(await value(window, 'tree-code')).toBe('Atlantis')
  await window.click('button', say('window-cancel'))
  await window.gone('dialog')
  await window.go('accounts')
  await window.click('button', say('list-columns'))
  const width = new RegExp(`^${escaped(say('columns-width', { column: say('list-column-name') }))}$`)
  await window.fill(width, '9')
  await window.press('Tab')
  await window.reads(say('columns-unread', { low: 56, high: 640 }), '[role=dialog]')
})

/** From now on the page answers nothing. */
async function hangs(window: Window): Promise<void> {
  await window.script(() => void setTimeout(() => { for (;;); }, 300))
  await new Promise((done) => setTimeout(done, 600))
}

test('a page that hangs can be closed all the same', async ({ home }) => {
  const book = home.samples()
  const window = await opened(home, book)
  await hangs(window)
  await closes()
  // It is asked, and has a while to answer; a second request closes it at once.
  await new Promise((done) => setTimeout(done, 1_000))
  const start = Date.now()
  await closes()
  await until('the book is free', async () => home.run(book, ['case', 'set', '--case', '2', 'reference=A-1']), 20_000)
  expect(Date.now() - start).toBeLessThan(4_000)
})

test('a page that hangs is closed by itself after a while', async ({ home }) => {
  const book = home.samples()
  const window = await opened(home, book)
  await hangs(window)
  await closes()
  await until('the book is free', async () => home.run(book, ['case', 'set', '--case', '2', 'reference=A-1']), 30_000)
})
