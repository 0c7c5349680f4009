/**
 * How fast the released window is: its start beside a bare Tauri window's, frames while a list of a million is scrolled,
 * what a filter takes. Nothing is asserted here; the numbers are written down and become a table of docs/benchmarks.md.
 */
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'

import { test } from 'vitest'

import { Home, until, Window } from '../harness'

const { BREACHBOOK_BARE, BREACHBOOK_WINDOW, BREACHBOOK_SPEED_BOOK, BREACHBOOK_SPEED_KEY, BREACHBOOK_SPEED_OUT } = process.env as Record<string, string>

/** What was measured: milliseconds, or a share of frames. */
interface Measured {
  starts: { bare: number[]; empty: number[]; book: number[] }
  frames: { what: string; frames: number[] }[]
  filters: { filter: string; first: number; count: number; found: number }[]
}
const measured: Measured = { starts: { bare: [], empty: [], book: [] }, frames: [], filters: [] }

/** How often each window is started, by turns. */
const TURNS = 7
/** Frames looked at of each way to scroll. */
const FRAMES = 300

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Starts a window; milliseconds from its process to its first frame with something in it. */
async function starts(home: Home, program: string, env: Record<string, string> = {}): Promise<number> {
  const [begun, script] = [home.path('begun'), home.path('start.sh')]
  writeFileSync(script, `#!/bin/sh\ndate +%s%3N > '${begun}'\nexec '${program}' "$@"\n`)
  chmodSync(script, 0o755)
  const window = await Window.open(home, { application: script, env })
  try {
    // Both pages mark it: WebKit tells a first paint only where much is painted, or nothing more is expected.
    const seen = await until('the first frame', () =>
      window.script(() => {
        const drawn = performance.getEntriesByName('drawn')[0]
        return drawn ? performance.timeOrigin + drawn.startTime : null
      }),
    )
    return seen - Number(readFileSync(begun, 'utf8'))
  } finally {
    await window.close()
  }
}

function ownBook(home: Home): Record<string, string> {
  const book = home.path('million.breachbook')
  copyFileSync(BREACHBOOK_SPEED_BOOK ?? '', book)
  return { BREACHBOOK_BOOK: book, BREACHBOOK_KEY: BREACHBOOK_SPEED_KEY ?? '' }
}

test('start', async () => {
  const home = new Home('en')
  try {
    const book = ownBook(home)
    for (let turn = 0; turn < TURNS; turn += 1) {
      measured.starts.bare.push(await starts(home, BREACHBOOK_BARE ?? ''))
      measured.starts.empty.push(await starts(home, BREACHBOOK_WINDOW ?? ''))
      measured.starts.book.push(await starts(home, BREACHBOOK_WINDOW ?? '', book))
    }
  } finally {
    home.remove()
  }
})

/** Does something before each frame; how long each frame took. Asked for from outside, so that no wait is part of it. */
async function frames(window: Window, step: string): Promise<number[]> {
  // The step stands in the script: the page itself may run no text.
  await window.driver.executeScript(`
    const it = document.querySelector('[role=grid]'), took = []
    let last = null
    window.took = null
    it.focus()
    const frame = (now) => {
      if (last !== null) took.push(now - last)
      last = now
      if (took.length >= ${FRAMES}) return void (window.took = took)
      const n = took.length
      ${step}
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)`)
  for (;;) {
    await pause(1000)
    const took = await window.script(() => (window as unknown as { took: number[] | null }).took)
    if (took) return took
  }
}

const WAYS: [string, string][] = [
  ['nothing moves', ''],
  ['wheel, 3 rows a frame', 'it.dispatchEvent(new WheelEvent("wheel", { deltaY: 90, bubbles: true, cancelable: true }))'],
  ['wheel, 10 rows a frame', 'it.dispatchEvent(new WheelEvent("wheel", { deltaY: 300, bubbles: true, cancelable: true }))'],
  ['arrow held down, 30 a second', 'if (n % 2) it.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }))'],
  ['page down, 10 a second', 'if (n % 6 === 0) it.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }))'],
  ['scroll bar dragged through all', 'it.scrollTop = (it.scrollHeight / 300) * n'],
]

const FILTERS = ['', 'region:Hamburg', 'status:suspected', 'domain:branch7.example', 'family77', 'region:Hamburg family77', 'person.9e37', 'nobody.there']

/** The two questions of the accounts' page, asked at once as it asks them; milliseconds until each answer was there. */
async function asks(window: Window, filter: string): Promise<{ first: number; count: number; found: number }> {
  await window.script((filter) => {
    interface Internals {
      transformCallback: (done: () => void) => number
      invoke: (name: string, args: unknown) => Promise<{ total: number }>
    }
    const page = window as unknown as { __TAURI_INTERNALS__: Internals; answered: unknown }
    const { transformCallback, invoke } = page.__TAURI_INTERNALS__
    page.answered = null
    const begun = performance.now()
    const ask = async (name: string, args: object): Promise<[number, { total: number }]> => {
      const told = `__CHANNEL__:${transformCallback(() => undefined)}`
      const answer = await invoke('call', { name, args, told })
      return [performance.now() - begun, answer]
    }
    void Promise.all([
      ask('accounts_first', { case: 1, filter, limit: 100 }),
      ask('accounts_view', { case: 1, filter, order: null, find: null }),
    ]).then(([first, all]) => (page.answered = { first: first[0], count: all[0], found: all[1].total }))
  }, filter)
  for (;;) {
    await pause(50)
    const answered = await window.script(() => (window as unknown as { answered: { first: number; count: number; found: number } | null }).answered)
    if (answered) return answered
  }
}

const median = (of: number[]): number => [...of].sort((one, other) => one - other)[Math.floor(of.length / 2)] ?? NaN

test('a list of a million', async () => {
  const home = new Home('en')
  const window = await Window.open(home, { env: ownBook(home) })
  try {
    await window.see('heading', window.say('unit-account'), 30_000)
    await window.go('accounts')
    await window.reads('1,000,000', 'body', 30_000)
    await window.settles()
    for (const [what, step] of WAYS) measured.frames.push({ what, frames: await frames(window, step) })
    for (const filter of FILTERS) {
      const turns: Awaited<ReturnType<typeof asks>>[] = []
      for (let turn = 0; turn < TURNS; turn += 1) turns.push(await asks(window, filter))
      const of = (which: 'first' | 'count' | 'found'): number => median(turns.map((it) => it[which]))
      measured.filters.push({ filter, first: of('first'), count: of('count'), found: of('found') })
    }
  } finally {
    await window.close()
    home.remove()
  }
  writeFileSync(BREACHBOOK_SPEED_OUT ?? '', JSON.stringify(measured))
})
