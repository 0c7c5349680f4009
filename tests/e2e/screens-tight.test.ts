/** Every screen where there is little room: the smallest window that must do, and 200 %. Nothing is cut off, a picture is kept. */
import { describe, test } from 'vitest'

import { SCREENS_IN_CASE, SCREENS_OUTSIDE, shared } from './harness'
import { type Look, looked, opens } from './harness/looking'

/** Tried in the longer language by day, in the other by night. */
const TIGHT: Look[] = [['de', 'light'], ['en', 'dark']]

for (const [screens, inCase] of [[SCREENS_OUTSIDE, false], [SCREENS_IN_CASE, true]] as const) {
  describe.each(TIGHT)(`${inCase ? 'in a case' : 'without a book'}, %s, %s`, (language, theme) => {
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
