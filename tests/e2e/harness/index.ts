/** What a test begins with. */
import { test as plain } from 'vitest'

import { Home, type Language, type Theme } from './home'
import { Window } from './window'

export { Home, KEY, type Language, NOW, type Theme } from './home'
export { axe, cutOff } from './look'
export { chooses, declines, drops } from './native'
export { SCREENS_IN_CASE, type Screen, SCREENS_OUTSIDE } from './screens'
export { escaped, until, Window } from './window'

/** The tests speak German, whose words are longer; the guide's pictures are taken in English. */
const SPOKEN: Language = process.env['BREACHBOOK_TESTS_IN'] === 'en' ? 'en' : 'de'

/** A test with a home of its own, in German first; windows that it leaves are ended. */
export const test = plain.extend<{ language: Language; theme: Theme; home: Home }>({
  language: SPOKEN,
  theme: 'light',
  home: async ({ language, theme }, use) => {
    const home = new Home(language, theme)
    await use(home)
    await Window.closeAll()
    home.remove()
  },
})
