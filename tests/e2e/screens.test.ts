/** Every screen, light and dark, in German and English: axe finds nothing, nothing is cut off, a picture is kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { axe, cutOff, Home, KEY, type Language, type Screen, SCREENS_IN_CASE, SCREENS_OUTSIDE, type Theme, Window } from './harness'

const LOOKS: [Language, Theme][] = [['de', 'light'], ['de', 'dark'], ['en', 'light'], ['en', 'dark']]
/** The smallest window that must do, and 200 %: tried in the longer language by day, in the other by night. */
const TIGHT: [Language, Theme][] = [['de', 'light'], ['en', 'dark']]

for (const [screens, inCase] of [[SCREENS_OUTSIDE, false], [SCREENS_IN_CASE, true]] as const) {
  describe.each(LOOKS)(`${inCase ? 'in a case' : 'without a book'}, %s, %s`, (language, theme) => {
    let home: Home
    let window: Window
    beforeAll(async () => {
      home = new Home(language, theme)
      window = await Window.open(home, inCase ? { book: home.samples(), key: KEY } : {})
    })
    afterAll(async () => {
      await window?.close()
      home.remove()
    })

    test.each(screens)('$name', (screen) => looked(window, screen, `${language}-${theme}`, true))
  })
}

for (const [screens, inCase] of [[SCREENS_OUTSIDE, false], [SCREENS_IN_CASE, true]] as const) {
  describe.each(TIGHT)(`${inCase ? 'in a case' : 'without a book'}, tight, %s, %s`, (language, theme) => {
    for (const [way, size, zoom] of [['1024x700', [1024, 700], false], ['zoom-200', [1360, 820], true]] as const) {
      describe(way, () => {
        let home: Home
        let window: Window
        beforeAll(async () => {
          home = new Home(language, theme)
          window = await Window.open(home, { size: [...size], ...(inCase ? { book: home.samples(), key: KEY } : {}) })
          if (zoom) await window.zoom()
        })
        afterAll(async () => {
          await window?.close()
          home.remove()
        })

        test.each(screens)('$name', (screen) => looked(window, screen, `${language}-${theme}-${way}`, false))
      })
    }
  })
}

async function looked(window: Window, screen: Screen, as: string, withAxe: boolean): Promise<void> {
  await screen.reach(window)
  await window.settles()
  await window.picture(`${screen.name}-${as}`)
  const faults = [...(withAxe ? await axe(window) : []), ...(await cutOff(window))]
  await screen.leave?.(window)
  expect(faults).toEqual([])
}
