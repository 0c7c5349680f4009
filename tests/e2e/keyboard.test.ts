/** Without a mouse: Tab comes to every control of every screen and shows where it is; the palette lists every action. */
import { describe, expect, test } from 'vitest'

import { comes, Home, KEY, SCREENS_IN_CASE, SCREENS_OUTSIDE, shared, until, Window } from './harness'

/**
 * What is wrong with how the focus shows on an element; nothing: it is to be seen. It runs in the page. A list or a
 * grid may show it on the row that it names: that row looks unlike the others and unlike itself without the focus, and
 * lies within what can be seen of it.
 */
function marks(here: HTMLElement): string | null {
  const look = (it: Element): string => {
    const style = getComputedStyle(it)
    const outline = style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0 ? '' : style.outline
    return [outline, style.boxShadow, style.backgroundColor, style.borderColor].join(' ')
  }
  const style = getComputedStyle(here)
  const own = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  const named = here.getAttribute('aria-activedescendant')
  if (!named) return own ? null : 'nothing shows the focus'
  const row = document.getElementById(named)
  if (!row) return `it names ${named}, which is not there`
  const others = [...(row.parentElement?.children ?? [])].filter((it) => it !== row && it.getAttribute('role') === row.getAttribute('role'))
  if (others.some((it) => look(it) === look(row))) return 'the row that it names looks like another'
  const box = row.getBoundingClientRect()
  const [x, y] = [Math.max(box.left, 0) + 20, box.top + box.height / 2]
  const top = document.elementFromPoint(x, y)
  if (!top || !row.contains(top)) return `the row that it names cannot be seen, but ${top?.outerHTML.slice(0, 60)}`
  if (own) return null
  const focused = look(row)
  here.blur()
  const without = look(row)
  here.focus()
  return focused === without ? 'the row that it names looks the same without the focus' : null
}

/** What is wrong with how the focus shows where it is. */
const fault = (window: Window): Promise<string | null> =>
  window.script(() => (window as unknown as { marks: (it: Element | null) => string | null }).marks(document.activeElement))

/** Controls that Tab must come to, and those it came to; each with what is wrong with its focus. */
async function walk(window: Window): Promise<{ missed: string[]; unseen: string[] }> {
  await window.driver.executeScript(`window.marks = ${marks.toString()}`)
  const count = await window.script(() => {
    // The one on top has the focus.
    const dialog = document.activeElement?.closest('[role=dialog], [role=alertdialog]')
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
      const { due, unseen, marks } = window as unknown as { due: Set<Element>; unseen: string[]; marks: (it: HTMLElement) => string | null }
      const here = document.activeElement as HTMLElement | null
      if (!here || here === document.body) return due.size
      if (here instanceof HTMLInputElement && here.type === 'radio') for (const it of due) if (it instanceof HTMLInputElement && it.name === here.name) due.delete(it)
      due.delete(here)
      const fault = marks(here)
      if (fault) unseen.push(`${fault}: ${here.outerHTML.slice(0, 140)}`)
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
    const window = shared('de', 'light', (home) => Window.open(home, inCase ? { book: home.furnished(), key: KEY } : {}))

    test.each(screens)('$name', async (screen) => {
      await comes(window(), screen)
      await window().settles()
      const found = await walk(window())
      await screen.leave?.(window())
      expect(found).toEqual({ missed: [], unseen: [] })
    })
  })
}

// In the lower window the last row ends where the sideways scroll bar lies.
test.each([700, 640])('in a list that is longer than its window the row with the focus stays in sight and is marked, wherever keys move it: %i px', async (high) => {
  const home = new Home('de')
  const window = await Window.open(home, { book: home.samples(), key: KEY, size: [1024, high] })
  try {
    await window.click('button', /Nordmeer/)
    await window.see('heading', window.say('unit-account'))
    await window.go('accounts')
    await window.driver.executeScript(`window.marks = ${marks.toString()}`)
    await window.press('Tab')
    await until('rows', () => window.script(() => document.querySelector('[role=row][aria-selected][aria-busy=false]') !== null))
    await until('the focus in the list', async () => {
      await window.press('Tab')
      return window.script(() => document.activeElement?.role === 'grid')
    })
    for (const [key, at] of [['End', 'last'], ['Up', ''], ['Home', '0'], ['PageDown', ''], ['PageDown', ''], ['Down', ''], ['PageUp', '']] as const) {
      await window.press(key)
      const here = await until(`the row after ${key}`, () => window.script(() => {
        const grid = document.activeElement as HTMLElement
        const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
        return row?.matches('[aria-busy=false]') && [grid.getAttribute('aria-activedescendant'), grid.getAttribute('aria-rowcount')]
      }))
      if (at === '0') expect(here[0]).toBe('row-0')
      if (at === 'last') expect(here[0]).toBe(`row-${Number(here[1]) - 2}`)
      // A page glides: the row is there a moment before it is in sight.
      await until(`the row in sight after ${key}`, async () => (await fault(window)) === null)
    }
    // Where nothing marks the row, that is what is found.
    await window.script(() => {
      const bare = new CSSStyleSheet()
      bare.replaceSync('.line { box-shadow: none !important }')
      document.adoptedStyleSheets.push(bare)
    })
    expect(await fault(window)).toMatch(/looks like another/)
  } finally {
    await window.close()
    home.remove()
  }
})

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
    await until('the focus on the page', () => window.script(() => document.activeElement !== document.body))
    // What the palette does belongs to the screen, also where it was opened from the places at the left.
    await window.click('button', new RegExp(`^${say('place-regions')}`))
    await until('the focus at the places', () => window.script(() => document.activeElement?.closest('nav') != null))
    await window.command('action-go-accounts')
    await window.at('main')
  } finally {
    await window.close()
    home.remove()
  }
})
