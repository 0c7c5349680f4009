/** What a test begins with. */
import { afterAll, afterEach, beforeEach, test as plain } from 'vitest'

import { Home, type Language, type Theme } from './home'
import { Window } from './window'

export { Home, KEY, type Language, NOW, type Theme } from './home'
export { axe, cutOff } from './look'
export { chooses, closes, closesAndIsAsked, declines, drops } from './native'
export { comes, SCREENS_IN_CASE, type Screen, SCREENS_OUTSIDE } from './screens'
export { escaped, until, Window } from './window'

/** The tests speak German, whose words are longer; the guide's pictures are taken in English. */
const SPOKEN: Language = process.env['BREACHBOOK_TESTS_IN'] === 'en' ? 'en' : 'de'

/**
 * One window for the tests of a block, opened before the first of them. A test that fails leaves it: the next one, and
 * the second try of the same one, gets a fresh window in a fresh home.
 */
export function shared(language: Language, theme: Theme, open: (home: Home) => Promise<Window>): () => Window {
  let home: Home | null = null
  let window: Window | null = null
  async function end(): Promise<void> {
    await window?.close()
    home?.remove()
    window = home = null
  }
  beforeEach(async () => {
    if (window) return
    home = new Home(language, theme)
    window = await open(home)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    await window?.picture(`failed-${named(task.name)}-${language}-${theme}`).catch(() => undefined)
    await end()
  })
  afterAll(end)
  return () => window as unknown as Window
}

const named = (test: string): string => test.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60)

/** A test with a home of its own, in German first; windows that it leaves are ended. */
export const test = plain.extend<{ language: Language; theme: Theme; home: Home }>({
  language: SPOKEN,
  theme: 'light',
  home: async ({ language, theme, task }, use) => {
    const home = new Home(language, theme)
    await use(home)
    if (task.result?.state === 'fail') await Window.picturesOf(`failed-${named(task.name)}`)
    await Window.closeAll()
    home.remove()
  },
})
