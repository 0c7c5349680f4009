/** Every screen, light and dark, in German and English: axe finds nothing, nothing is cut off, a picture is kept. */
import { describe, test } from 'vitest'

import { SCREENS_IN_CASE, SCREENS_OUTSIDE, shared } from './harness'
import { type Look, looked, opens } from './harness/looking'

const LOOKS: Look[] = [['de', 'light'], ['de', 'dark'], ['en', 'light'], ['en', 'dark']]
/** What lies over a screen is looked at in both languages and both themes, and not in each of their pairs. */
const ENOUGH = new Set(['de light', 'en dark'])

for (const [screens, inCase] of [[SCREENS_OUTSIDE, false], [SCREENS_IN_CASE, true]] as const) {
  describe.each(LOOKS)(`${inCase ? 'in a case' : 'without a book'}, %s, %s`, (language, theme) => {
    const window = shared(language, theme, opens(inCase))
    const due = screens.filter((it) => it.leave === undefined || ENOUGH.has(`${language} ${theme}`))
    test.each(due)('$name', (screen) => looked(window(), screen, `${language}-${theme}`, true))
  })
}
