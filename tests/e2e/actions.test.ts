/** Everything that can be done can be done by keyboard: the palette lists it, and what needs a state first is brought there. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { chooses, type Home, KEY, shared, until, Window } from './harness'
import { ROOT } from './harness/places'

/** With a date that can be read in two ways, and a row without an address. */
const TWO_WAYS = 'mail,last_access\nada@nordmeer.example,03/04/2026\nbo@nordmeer.example,05/06/2026\n,07/08/2026\n'
/** So long that it is not tried without being asked. */
const long = (): string => `mail;notes\n${Array.from({ length: LONG }, (_, at) => `konto${at}@nordmeer.example;${'Anmerkung '.repeat(22)}`).join('\n')}\n`
const LONG = 120_000

async function picks(window: Window, name: string, text: string): Promise<void> {
  await window.press('Mod+I')
  await chooses(window.say('import-choose-title'), window.home.file(name, text))
  await window.see('heading', name)
}

const count = (window: Window): Promise<string> => window.text('.count b')
/** Where one stands in the tree, and how deep. */
const level = (window: Window): Promise<string> =>
  window.script(() => document.querySelector('[data-tree] tr[aria-selected=true]')?.getAttribute('aria-level') ?? '')

/** Actions that are offered in a state alone: how one comes to it by keyboard, what it does, and that it has done it. */
const CASES: Record<string, (window: Window) => Promise<void>> = {
  palette: async (window) => {
    await window.press('Mod+K')
    await window.see('dialog', window.say('action-palette'))
    await window.types()
    await window.press('Mod+K')
    await window.gone('dialog')
  },
  redo: async (window) => {
    await window.command('action-undo')
    await window.hears(/^Rückgängig/)
    await window.command('action-redo')
    await window.hears(/^Wiederholt/)
  },
  'choose-none': async (window) => {
    await window.go('accounts')
    await window.tabsTo('[role=grid]')
    await window.press('Mod+A')
    await window.hears(window.say('list-chosen-n', { n: 16, number: '16' }))
    await window.command('action-choose-none')
    await window.hears(window.say('list-chosen-none'))
  },
  'clear-filter': async (window) => {
    await window.go('accounts')
    await until('all of them', async () => (await count(window)) === '16')
    await window.press('/')
    await window.types()
    await window.type('Brandt')
    await window.press('Enter')
    await until('one', async () => (await count(window)) === '1')
    await window.command('action-clear-filter')
    await until('all of them again', async () => (await count(window)) === '16')
  },
  'import-clear': async (window) => {
    await picks(window, 'weg.csv', TWO_WAYS)
    await window.command('action-import-clear')
    await window.gone('heading', 'weg.csv')
    await window.see('heading', window.say('import-invite'))
  },
  'import-question': async (window) => {
    await picks(window, 'zwei.csv', TWO_WAYS)
    // A key that comes too early is answered.
    await window.press('Mod+Enter')
    await window.hears(window.say('import-answer-first', { n: 1 }))
    await window.command('action-import-question')
    await window.at('[data-open] input[type=radio]')
    await window.press('Space')
    await window.hears(window.say('import-tried-said', { read: 3, new: 2, merged: 0, rejected: 1 }))
    await window.gone('button', window.say('action-import-question'))
  },
  'import-enrich': async (window) => {
    await window.command('action-import-enrich')
    await window.hears(window.say('import-tried-said-filled', { read: 3, new: 0, merged: 0, rejected: 1, unmatched: 2 }))
    await window.command('action-import-enrich')
    await window.hears(window.say('import-tried-said', { read: 3, new: 2, merged: 0, rejected: 1 }))
  },
  'import-run': async (window) => {
    await window.command('action-import-run')
    await window.reads(window.say('import-sum', { read: 3, new: 2, merged: 0, rejected: 1 }))
  },
  'import-problems': async (window) => {
    await window.command('action-import-problems')
    await chooses(window.say('import-rejects-title'), window.home.path('probleme.csv'))
    await until('the file', async () => existsSync(window.home.path('probleme.csv')))
    expect(readFileSync(window.home.path('probleme.csv'), 'utf8')).toMatch(/zwei\.csv/)
  },
  'import-cancel': async (window) => {
    await picks(window, 'lang.csv', long())
    await window.possible('button', new RegExp(`^${window.say('import-trying')}`))
    await window.press('Mod+Shift+Enter')
    await window.see('button', new RegExp(`^${window.say('window-cancel')}`))
    // A key that comes too early is answered, and does nothing.
    await window.press('Mod+Enter')
    await window.hears(window.say('import-wait-try'))
    await window.press('Mod+.')
    await window.hears(window.say('import-cancelled'), 30_000)
  },
  'import-try': async (window) => {
    await window.command('action-import-try')
    await window.hears(window.say('import-tried-said', { read: LONG, new: LONG, merged: 0, rejected: 0 }), 60_000)
    await window.reads(window.say('import-sum-dry', { read: LONG, new: LONG, merged: 0, rejected: 0 }))
    await window.command('action-import-clear')
  },
  'tree-in': async (window) => {
    await window.go('regions')
    await window.tabsTo('[data-tree] tr')
    await window.press('End')
    await until('the last at the root', async () => (await level(window)) === '1')
    await window.command('action-tree-in')
    await until('one step further in', async () => (await level(window)) === '2')
  },
  'tree-out': async (window) => {
    await window.press('Alt+Left')
    await until('one step out again', async () => (await level(window)) === '1')
    await window.hears(new RegExp(window.say('deed-node-hang')))
  },
  'log-undo-to': async (window) => {
    await window.go('log')
    await window.tabsTo('.log .list td button')
    // Not every entry is a deed that can be undone.
    await until('one that can be undone', async () => {
      if ((await window.all('button', new RegExp(`^${window.say('log-undo-to', { n: 1 })}`))).length > 0) return true
      await window.press('Down')
      return false
    })
    await window.command('action-log-undo-to')
    await window.hears(/Rückgängig gemacht: 1 Änderung/)
    await window.reads(window.say('log-undone'), '.log tbody')
  },
  'back-up': async (window) => {
    await window.command('action-back-up')
    // Until it is whole, it stands there under a name of its own.
    const whole = (name: string): boolean => name.endsWith('.breachbook')
    const copy = await until('a copy', async () => readdirSync(copies(window.home)).find(whole))
    await window.hears(copy)
  },
}

const copies = (home: Home): string => join(home.folder, 'kopien')

describe('in a case', () => {
  const window = shared('de', 'light', async (home) => {
    mkdirSync(copies(home))
    home.set({ backup_folder: copies(home) })
    const opened = await Window.open(home, { book: home.furnished(), key: KEY })
    await opened.click('button', /Nordmeer/)
    await opened.see('heading', opened.say('unit-account'))
    return opened
  })

  test('an action of the registry is in the palette, or is proven here by name', async () => {
    const listed = new Set<string>()
    for (const place of ['overview', 'accounts', 'import', 'organisations', 'regions', 'timeline', 'report', 'log', 'settings']) {
      await window().go(place)
      await window().settles()
      await window().press('Mod+K')
      await window().see('dialog', window().say('action-palette'))
      const said = await window().script(() => [...document.querySelectorAll('[role=option]')].map((it) => it.querySelector('span')?.textContent?.trim() ?? ''))
      for (const it of said) listed.add(it)
      await window().press('Escape')
      await window().gone('dialog')
    }
    const text = readFileSync(join(ROOT, 'locales/de.ftl'), 'utf8')
    const all = [...text.matchAll(/^action-(\S+) = (.+)$/gm)].map((it) => ({ id: it[1] ?? '', words: it[2] ?? '' }))
    const away = all.filter((it) => !(it.id in CASES) && !listed.has(it.words))
    expect(away.map((it) => it.id)).toEqual([])
    // What is always there needs no case of its own.
    expect(Object.keys(CASES).filter((id) => !all.some((it) => it.id === id))).toEqual([])
  })

  // Each goes on where the one before it left the window; a second try would begin in another one.
  test.each(Object.entries(CASES))('%s', { retry: 0 }, async (_, proves) => proves(window()))
})
