/** Without a mouse: Tab comes to every control of every screen and shows where it is; the palette lists every action. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { Home, KEY, SCREENS_IN_CASE, SCREENS_OUTSIDE, until, Window } from './harness'
import { ROOT } from './harness/places'

/** Actions that are offered in a state alone: something undone, chosen, filtered, picked to import, running, set. */
const SOMETIMES = new Set([
  'palette', 'redo', 'choose-none', 'clear-filter', 'import-try', 'import-run', 'import-question', 'import-cancel', 'import-clear',
  'import-problems', 'tree-in', 'tree-out', 'back-up',
])

/** Controls that Tab must come to, and those it came to; each with what is wrong with its focus. */
async function walk(window: Window): Promise<{ missed: string[]; unseen: string[] }> {
  const count = await window.script(() => {
    const dialog = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1)
    const all = [...(dialog ?? document).querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [tabindex="0"]')]
    const reachable = (it: HTMLElement): boolean =>
      it.tabIndex >= 0 && !it.matches(':disabled') && it.checkVisibility({ visibilityProperty: true }) && it.closest('[inert]') === null
    // Of radio buttons with one name, Tab comes to one.
    const group = (it: HTMLElement): string | null => (it instanceof HTMLInputElement && it.type === 'radio' ? it.name : null)
    const once = new Set<string>()
    const due = all.filter(reachable).filter((it) => {
      const name = group(it)
      if (name === null) return true
      if (once.has(name)) return false
      once.add(name)
      return true
    })
    Object.assign(window, { due: new Set(due), unseen: [] })
    return due.length
  })
  for (let step = 0; step < count + 12; step += 1) {
    await window.press('Tab')
    const left = await window.script(() => {
      const { due, unseen } = window as unknown as { due: Set<Element>; unseen: string[] }
      const here = document.activeElement as HTMLElement | null
      if (!here || here === document.body) return due.size
      if (here instanceof HTMLInputElement && here.type === 'radio') for (const it of due) if (it instanceof HTMLInputElement && it.name === here.name) due.delete(it)
      due.delete(here)
      const style = getComputedStyle(here)
      // A grid shows the focus on the row that it names.
      const row = document.getElementById(here.getAttribute('aria-activedescendant') ?? '')
      const seen = row !== null || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
      if (!seen) unseen.push(here.outerHTML.slice(0, 140))
      return due.size
    })
    if (left === 0) break
  }
  return window.script(() => {
    const { due, unseen } = window as unknown as { due: Set<Element>; unseen: string[] }
    return { missed: [...due].map((it) => it.outerHTML.slice(0, 160)), unseen: [...new Set(unseen)] }
  })
}

for (const [screens, inCase] of [[SCREENS_OUTSIDE, false], [SCREENS_IN_CASE, true]] as const) {
  describe(inCase ? 'in a case' : 'without a book', () => {
    let home: Home
    let window: Window
    beforeAll(async () => {
      home = new Home('de')
      window = await Window.open(home, inCase ? { book: home.samples(), key: KEY } : {})
    })
    afterAll(async () => {
      await window?.close()
      home.remove()
    })

    test.each(screens)('$name', async (screen) => {
      await screen.reach(window)
      await window.settles()
      const found = await walk(window)
      await screen.leave?.(window)
      expect(found).toEqual({ missed: [], unseen: [] })
    })

    if (!inCase) return
    test('an action of the registry is in the palette, with its key', async () => {
      const listed = new Set<string>()
      for (const place of ['overview', 'accounts', 'import', 'organisations', 'regions', 'timeline', 'report', 'log']) {
        await window.go(place)
        await window.press('Mod+K')
        await window.see('dialog', window.say('action-palette'))
        const said = await window.script(() => [...document.querySelectorAll('[role=option]')].map((it) => it.querySelector('span')?.textContent?.trim() ?? ''))
        for (const it of said) listed.add(it)
        await window.press('Escape')
        await window.gone('dialog')
      }
      const text = readFileSync(join(ROOT, 'locales/de.ftl'), 'utf8')
      const all = [...text.matchAll(/^action-(\S+) = (.+)$/gm)].map((it) => ({ id: it[1] ?? '', words: it[2] ?? '' }))
      const away = all.filter((it) => !SOMETIMES.has(it.id) && !listed.has(it.words))
      expect(away.map((it) => it.id).join(' ')).toEqual('')
    })
  })
}

test('a dialog gives the focus back to what opened it, and undo by the button leaves it on the page', async () => {
  const home = new Home('de')
  const book = home.samples()
  const window = await Window.open(home, { book, key: KEY })
  try {
    const { say } = window
    await window.click('button', /Nordmeer/)
    await window.click('button', new RegExp(`^${say('window-find')}`))
    await window.see('dialog', say('action-palette'))
    await window.press('Escape')
    await window.gone('dialog')
    await until('the focus back', () => window.script(() => document.activeElement?.classList.contains('find')))
    await window.click('button', /^Rückgängig:/)
    await window.hears(/^Rückgängig|rückgängig/)
    expect(await window.script(() => document.activeElement !== document.body)).toBe(true)
  } finally {
    await window.close()
    home.remove()
  }
})
