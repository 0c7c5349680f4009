/** Every screen, and how one comes to it: the tests that look at all of them walk this list. */
import { escaped, type Window } from './window'

export interface Screen {
  name: string
  /** Goes there, from wherever a screen of the same list was left. */
  reach: (window: Window) => Promise<void>
  /** Leaves what lies over the page. */
  leave?: (window: Window) => Promise<void>
}

const shut = async (window: Window): Promise<void> => {
  await window.press('Escape')
  await window.gone('dialog')
}

/** Without a book. */
export const SCREENS_OUTSIDE: readonly Screen[] = [
  { name: 'start', reach: async (window) => void (await window.see('heading', window.say('start-title'))) },
  {
    name: 'new-book',
    reach: async (window) => {
      await window.click('button', new RegExp(`^${escaped(window.say('start-new-case'))}`))
      await window.fill(window.say('passphrase'), 'Kiesel Laterne Hafen')
      await window.hears(window.say('strength-4'))
    },
    leave: shut,
  },
  {
    name: 'palette-start',
    reach: async (window) => {
      await window.press('Mod+K')
      await window.see('dialog', window.say('action-palette'))
    },
    leave: shut,
  },
]

const place = (name: string): Screen => ({ name, reach: (window) => window.go(name) })

/** In the book of the samples; the first of them opens the case. */
export const SCREENS_IN_CASE: readonly Screen[] = [
  {
    name: 'cases',
    reach: async (window) => {
      await window.see('button', /Nordmeer/)
    },
  },
  {
    name: 'new-case',
    reach: async (window) => {
      await window.press('Mod+N')
      await window.see('dialog', window.say('start-new-case'))
    },
    leave: shut,
  },
  {
    name: 'overview',
    reach: async (window) => {
      await window.click('button', /Nordmeer/)
      await window.see('heading', window.say('unit-account'))
    },
  },
  {
    name: 'palette',
    reach: async (window) => {
      await window.press('Mod+K')
      await window.see('dialog', window.say('action-palette'))
    },
    leave: shut,
  },
  ...['accounts', 'import', 'organisations', 'regions', 'timeline', 'report', 'log', 'settings'].map(place),
]
