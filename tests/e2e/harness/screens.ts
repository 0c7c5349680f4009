/** Every screen and every dialog, and how one comes to it: the tests that look at all of them walk this list. */
import { chooses, closesAndIsAsked } from './native'
import { escaped, until, type Window } from './window'

export interface Screen {
  name: string
  /** Where it is: the start, the cases of a book, a case. */
  in: 'start' | 'book' | 'case'
  /** Goes there, from wherever a screen of the same list was left. */
  reach: (window: Window) => Promise<void>
  /** Leaves what lies over the page. */
  leave?: (window: Window) => Promise<void>
}

/** Comes to a screen, also in a window that was only just opened. */
export async function comes(window: Window, screen: Screen): Promise<void> {
  if (screen.in === 'case' && (await window.all('button', window.say('place-log'))).length === 0) {
    await window.click('button', /Nordmeer/)
    await window.see('heading', window.say('unit-account'))
  }
  await screen.reach(window)
}

/** Closes a dialog; where something was typed, it asks first. */
const shut = async (window: Window): Promise<void> => {
  const asks = async (): Promise<boolean> => (await window.all('button', window.say('dialog-discard'))).length > 0
  if (!(await asks())) await window.press('Escape')
  await until('the dialog closed, or asking', async () => (await asks()) || (await window.all('dialog')).length === 0)
  if (await asks()) await window.click('button', window.say('dialog-discard'))
  await window.gone('dialog')
}

/** A dialog that keys open at a place. */
function dialog(name: string, place: string | null, open: (window: Window) => Promise<void>, at: Screen['in'] = 'case'): Screen {
  const reach = async (window: Window): Promise<void> => {
    if (place !== null) await goes(window, place)
    await open(window)
    await window.see('dialog')
    await until('the focus in the dialog', () => window.script(() => document.activeElement?.closest('[role=dialog]') != null))
  }
  return { name, in: at, reach, leave: shut }
}

/** Goes to a place where one is not there yet, and waits for what it works on. */
async function goes(window: Window, place: string): Promise<void> {
  const there = (name: string): boolean => document.querySelector('main')?.getAttribute('aria-label') === name
  if (!(await window.script(there, window.say(`place-${place}`)))) await window.go(place)
  if (place === 'accounts') await until('rows', () => window.script(() => document.querySelector('[role=row][aria-selected][aria-busy=false]') !== null))
  if (place === 'timeline') await window.see('heading', window.say('timeline-claims'))
  // Where the last of them left the focus does not matter: keys of a place answer in it.
  await to(window, 'main')
}

/** Moves the focus to what the selector says, as Tab would. */
const to = (window: Window, css: string): Promise<unknown> =>
  until(css, () => window.script((css) => {
    const found = document.querySelector<HTMLElement>(css)
    found?.focus()
    return found !== null && document.activeElement === found
  }, css))

/** A part of what is written down, brought into view from the list of parts at its left. */
const part = (id: string): Screen => ({
  name: `timeline-part-${id}`,
  in: 'case',
  reach: async (window) => {
    await goes(window, 'timeline')
    await window.click('button', new RegExp(`^${escaped(window.say(`timeline-${id}`))}( \\d+)?$`))
    await window.at(`#written-${id}-name`)
  },
})

const pressed = (name: string, place: string, key: string): Screen => dialog(name, place, (window) => window.press(key))
const place = (name: string): Screen => ({ name, in: 'case', reach: (window) => window.go(name) })
const palette = (name: string, at: Screen['in']): Screen =>
  dialog(name, null, async (window) => {
    await window.see('button', new RegExp(`^${escaped(window.say('window-find'))}`))
    await window.press('Mod+K')
  }, at)

/** Without a book. */
export const SCREENS_OUTSIDE: readonly Screen[] = [
  { name: 'start', in: 'start', reach: async (window) => void (await window.see('heading', window.say('start-title'))) },
  dialog('new-book', null, async (window) => {
    await window.click('button', new RegExp(`^${escaped(window.say('start-new-case'))}`))
    await window.fill(window.say('passphrase'), 'Kiesel Laterne Hafen')
    await window.hears(window.say('strength-4'))
  }, 'start'),
  dialog('passphrase', null, async (window) => {
    await window.click('button', new RegExp(`^${escaped(window.say('start-open'))}`))
    await chooses(window.say('window-open-book'), window.home.furnished())
    await window.fill(window.say('passphrase'), 'falsch')
    await window.press('Enter')
    await window.reads(/samples\.breachbook/, '[role=dialog] [role=alert]')
  }, 'start'),
  dialog('weak-passphrase', null, async (window) => {
    await window.click('button', new RegExp(`^${escaped(window.say('start-new-case'))}`))
    await window.fill(window.say('passphrase'), 'sommer26')
    await window.fill(window.say('passphrase-again'), 'sommer26')
    await window.click('button', window.say('book-make'))
    await window.hears(window.say('weak-title'))
  }, 'start'),
  palette('palette-start', 'start'),
]

/** A list with a date that can be read in two ways. */
const TWO_WAYS = 'mail,last_access,region\nada@nordmeer.example,03/04/2026,Hamburg\nbo@nordmeer.example,05/06/2026,Lissabon\n,07/08/2026,Hamburg\n'

/** What a personnel office knows, of somebody who is affected and of somebody who is not. */
const STAFF = 'mail,displayName,Region,Standort,status\na.brandt@nordmeer.example,Anke Brandt,Hamburg,Hamburg,confirmed\ncy@nordmeer.example,Cy Berg,Hamburg,Altona,confirmed\n'

/** Picks a file that leaves a question open, where none is picked. */
async function picks(window: Window): Promise<void> {
  await goes(window, 'import')
  if ((await window.all('heading', 'zwei.csv')).length > 0) return
  await window.press('Mod+I')
  await chooses(window.say('import-choose-title'), window.home.file('zwei.csv', TWO_WAYS))
  await window.see('heading', 'zwei.csv')
  await window.see('radio')
}

/** A number is typed that the list contradicts, and about to be kept all the same; afterwards it is as it was. */
const keeping: Screen = dialog('timeline-keep', 'timeline', async (window) => {
  const { say } = window
  await window.press('N')
  await (await window.see('combobox', say('written-subject'))).sendKeys(say('subject-accounts'))
  await window.fill(say('written-count'), '12')
  await window.press('Enter')
  await window.gone('dialog')
  await window.click('button', say('timeline-keep-what', { what: say('subject-accounts') }))
})
const typedLeft: Screen['leave'] = async (window) => {
  await shut(window)
  await window.press('Mod+Z')
  await window.hears(window.say('deed-count-set'))
}

/** In the book of the samples. */
export const SCREENS_IN_CASE: readonly Screen[] = [
  { name: 'cases', in: 'book', reach: async (window) => void (await window.see('button', /Nordmeer/)) },
  dialog('new-case', null, (window) => window.press('Mod+N'), 'book'),
  place('overview'),
  palette('palette', 'case'),
  place('accounts'),
  {
    name: 'accounts-filter',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'accounts')
      await window.press('/')
      await window.types()
      await window.type('re')
      await window.see('option')
    },
    leave: async (window) => {
      await window.press('Mod+A', 'Backspace', 'Enter')
      await window.at('[role=grid]')
    },
  },
  {
    name: 'accounts-inspector',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'accounts')
      await window.press('I')
      await window.at('aside')
    },
    leave: (window) => window.press('Escape'),
  },
  pressed('tag-region', 'accounts', 'R'),
  pressed('tag-organisation', 'accounts', 'O'),
  pressed('tag-residence', 'accounts', 'L'),
  pressed('tag-status', 'accounts', 'S'),
  pressed('accounts-one-person', 'accounts', 'P'),
  dialog('accounts-columns', 'accounts', (window) => window.click('button', window.say('list-columns'))),
  pressed('accounts-list-out', 'accounts', 'Mod+E'),
  place('import'),
  {
    name: 'import-past',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'import')
      await window.click('button', /^postfaecher\.csv/)
      await window.see('button', window.say('import-take-back'))
    },
  },
  { name: 'import-question', in: 'case', reach: picks },
  {
    name: 'import-result',
    in: 'case',
    reach: async (window) => {
      await picks(window)
      await to(window, '[data-open] input')
      await window.press('Space')
      await window.possible('button', new RegExp(`^${escaped(window.say('import-do', { n: 1 }))}`))
      await window.press('Mod+Enter')
      await window.see('button', window.say('import-next'))
    },
    leave: (window) => window.click('button', window.say('import-next')),
  },
  {
    name: 'import-filling',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'import')
      await window.press('Mod+I')
      await chooses(window.say('import-choose-title'), window.home.file('personal.csv', STAFF))
      await window.click('checkbox', new RegExp(`^${escaped(window.say('import-enrich'))}`))
      await window.reads(window.say('import-without-account', { n: 1 }), 'aside')
    },
    leave: (window) => window.click('button', window.say('action-import-clear')),
  },
  place('organisations'),
  place('regions'),
  {
    name: 'tree-new',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'regions')
      await to(window, '[data-tree] tr[tabindex="0"]')
      await window.press('Shift+N')
      await window.types()
    },
    leave: (window) => window.press('Escape'),
  },
  {
    name: 'tree-rename',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'regions')
      await to(window, '[data-tree] tr[tabindex="0"]')
      await window.press('F2')
      await window.types()
    },
    leave: (window) => window.press('Escape'),
  },
  pressed('tree-move', 'regions', 'V'),
  pressed('tree-merge', 'regions', 'M'),
  pressed('tree-code', 'regions', 'C'),
  place('timeline'),
  pressed('timeline-milestone', 'timeline', 'M'),
  dialog('dialog-typed', 'timeline', async (window) => {
    await window.press('M')
    await window.fill(new RegExp(`^${escaped(window.say('written-what'))} `), 'Anruf der Hotline')
    await window.press('Escape')
    await window.hears(window.say('dialog-typed'))
  }),
  {
    name: 'leave',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'timeline')
      await window.press('M')
      await window.fill(new RegExp(`^${escaped(window.say('written-what'))} `), 'Anruf der Hotline')
      await closesAndIsAsked(window)
    },
    leave: async (window) => {
      await window.press('Escape')
      await window.gone('dialog', window.say('leave-window'))
      await shut(window)
    },
  },
  pressed('timeline-claim', 'timeline', 'C'),
  pressed('timeline-measure', 'timeline', 'T'),
  pressed('timeline-exposure', 'timeline', 'E'),
  ...['decisions', 'numbers', 'answers', 'parties'].map(part),
  dialog('timeline-party', 'timeline', (window) => window.command('action-timeline-party')),
  dialog('timeline-entity', 'timeline', (window) => window.command('action-timeline-entity')),
  pressed('timeline-number', 'timeline', 'N'),
  { ...keeping, leave: typedLeft },
  pressed('timeline-awareness', 'timeline', 'K'),
  dialog('timeline-risk', 'timeline', (window) => window.command('action-timeline-decide-risk')),
  dialog('timeline-adopt', 'timeline', async (window) => {
    await to(window, '#written-claims li button')
    await window.press('Enter')
  }),
  {
    name: 'report',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'report')
      await until('a page of the report', () => window.script(() => document.querySelector('canvas') !== null))
    },
  },
  {
    name: 'report-past',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'report')
      await window.press('Mod+Shift+P')
    },
    leave: (window) => window.press('Mod+Shift+P'),
  },
  place('log'),
  {
    name: 'log-entry',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'log')
      await to(window, '.log .list td button[tabindex="0"]')
      await window.press('Down', 'Down')
      await until('the third entry', () => window.script(() => document.querySelectorAll('.log .list tbody tr')[2]?.contains(document.activeElement) ?? false))
    },
  },
  {
    name: 'log-verified',
    in: 'case',
    reach: async (window) => {
      await goes(window, 'log')
      await window.press('Mod+Shift+V')
      await window.see('button', window.say('log-verified-close'))
    },
    leave: (window) => window.click('button', window.say('log-verified-close')),
  },
  place('settings'),
  dialog('settings-passphrase', 'settings', async (window) => {
    await to(window, '#settings-passphrase')
    await window.press('Enter')
  }),
]
