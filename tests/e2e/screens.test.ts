/** Every screen, light and dark, in German and English: axe finds nothing, nothing is cut off, a picture is kept. */
import { describe, expect, test } from 'vitest'

import { axe, comes, cutOff, type Home, KEY, type Language, type Screen, SCREENS_IN_CASE, SCREENS_OUTSIDE, shared, type Theme, Window } from './harness'

const LOOKS: [Language, Theme][] = [['de', 'light'], ['de', 'dark'], ['en', 'light'], ['en', 'dark']]
/** What lies over a screen is looked at in both languages and both themes, and not in each of their pairs. */
const ENOUGH = new Set(['de light', 'en dark'])
/** The smallest window that must do, and 200 %: tried in the longer language by day, in the other by night. */
const TIGHT: [Language, Theme][] = [['de', 'light'], ['en', 'dark']]

/** The window, with the book of the samples where it is about a case. */
const opens = (inCase: boolean, size?: [number, number]) => (home: Home): Promise<Window> =>
  Window.open(home, { ...(inCase ? { book: home.furnished(), key: KEY } : {}), ...(size ? { size } : {}) })

for (const [screens, inCase] of [[SCREENS_OUTSIDE, false], [SCREENS_IN_CASE, true]] as const) {
  describe.each(LOOKS)(`${inCase ? 'in a case' : 'without a book'}, %s, %s`, (language, theme) => {
    const window = shared(language, theme, opens(inCase))
    const due = screens.filter((it) => it.leave === undefined || ENOUGH.has(`${language} ${theme}`))
    test.each(due)('$name', (screen) => looked(window(), screen, `${language}-${theme}`, true))
  })

  describe.each(TIGHT)(`${inCase ? 'in a case' : 'without a book'}, tight, %s, %s`, (language, theme) => {
    describe('1024x700', () => {
      const window = shared(language, theme, opens(inCase, [1024, 700]))
      test.each(screens)('$name', (screen) => looked(window(), screen, `${language}-${theme}-1024x700`, false))
    })

    describe('zoom-200', () => {
      const window = shared(language, theme, async (home) => {
        const opened = await opens(inCase)(home)
        await opened.zoom()
        return opened
      })
      test.each(screens)('$name', (screen) => looked(window(), screen, `${language}-${theme}-zoom-200`, false))
    })
  })
}

async function looked(window: Window, screen: Screen, as: string, withAxe: boolean): Promise<void> {
  await comes(window, screen)
  await window.settles()
  await window.picture(`${screen.name}-${as}`)
  const faults = [...(withAxe ? await axe(window) : []), ...(await cutOff(window))]
  await screen.leave?.(window)
  expect(faults).toEqual([])
}
