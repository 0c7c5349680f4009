/**
 * The real window, driven as a person drives it: by what is read on it, by mouse and by keys. Every wait has an end;
 * a window that hangs fails its test and is killed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import { inject } from 'vitest'

import { find, type Wanted } from './find'
import type { Home } from './home'
import { phrases, type Say } from './phrases'
import { DRIVER, SCREENS, WINDOW } from './places'

/** How long anything may take to show. */
const PATIENCE = 15_000

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** The display of the tests that run here: of those that run at the same time each has one. */
export const display = (): string => inject('displays')[Number(process.env['VITEST_POOL_ID'] ?? 1) - 1] ?? ''

/** A port that nobody listens on. */
const port = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

/** Waits for work, but not for ever. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${what}: not within ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Asks again until it is so. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>, ms = PATIENCE): Promise<T> {
  const end = Date.now() + ms
  let cause: unknown
  do {
    try {
      const answer = await within(ms, what, ask())
      if (answer) return answer
    } catch (failed) {
      cause = failed
    }
    await sleep(80)
  } while (Date.now() < end)
  throw new Error(`${what}: not within ${ms} ms`, { cause })
}

export interface Opening {
  /** A book to open at once, with its passphrase. */
  book?: string
  key?: string
  size?: [number, number]
  /** Another program than the window that was built. */
  application?: string
  env?: Record<string, string>
}

/** A file to start with, or a way to the window. */
export class Window {
  static readonly #open = new Set<Window>()

  private constructor(
    readonly home: Home,
    readonly say: Say,
    readonly driver: WebDriver,
    readonly process: ChildProcess,
  ) {}

  /** Opens it in a home. */
  static async open(home: Home, opening: Opening = {}): Promise<Window> {
    const [own, native] = [await port(), await port()]
    const book = opening.book === undefined ? {} : { BREACHBOOK_BOOK: opening.book }
    const key = opening.key === undefined ? {} : { BREACHBOOK_KEY: opening.key }
    const env = { ...process.env, ...home.env, DISPLAY: display(), ...book, ...key, ...opening.env }
    const words = ['--config-file', join(import.meta.dirname, 'bus.conf'), '--', DRIVER, '--port', String(own), '--native-port', String(native)]
    const running = spawn('dbus-run-session', words, { env, stdio: 'ignore', detached: true })
    try {
      await until('the driver', () => fetch(`http://127.0.0.1:${own}/status`).then((it) => it.ok))
      const wanted = new Capabilities({ browserName: 'wry', 'tauri:options': { application: opening.application ?? WINDOW } })
      const started = new Builder().usingServer(`http://127.0.0.1:${own}`).withCapabilities(wanted).build()
      const driver = await within(45_000, 'the window', Promise.resolve(started))
      const window = new Window(home, phrases(home.language), driver, running)
      Window.#open.add(window)
      await driver.manage().setTimeouts({ script: 60_000, pageLoad: 30_000, implicit: 0 })
      const [width, height] = opening.size ?? [1360, 820]
      await driver.manage().window().setRect({ x: 20, y: 20, width, height })
      await until('the page', () => window.script(() => document.querySelector('main') !== null))
      return window
    } catch (cause) {
      kill(running)
      throw cause
    }
  }

  /** Ends every window that a test left. */
  static async closeAll(): Promise<void> {
    await Promise.all([...Window.#open].map((it) => it.close()))
  }

  /** Pictures of every window that a test left. */
  static async picturesOf(name: string): Promise<void> {
    for (const [at, it] of [...Window.#open].entries()) await it.picture(`${name}-${at}`).catch(() => undefined)
  }

  /** Closes it as its frame's button does; where that hangs, kills it. */
  async close(): Promise<void> {
    Window.#open.delete(this)
    await within(8_000, 'closing', this.driver.quit()).catch(() => undefined)
    kill(this.process)
  }

  /** Runs a function in the page. It takes what it needs as arguments. */
  script<T, A extends unknown[]>(work: (...args: A) => T, ...args: A): Promise<T> {
    return within(60_000, 'a script', this.driver.executeScript<T>(`return (${work.toString()}).apply(null, arguments)`, ...args))
  }

  /** Everything of this role and name that can be seen now. */
  all(role: string, name?: string | RegExp): Promise<WebElement[]> {
    const wanted: Wanted = { role }
    if (name instanceof RegExp) wanted.pattern = name.source
    else if (name !== undefined) wanted.name = name
    return this.script(find as (wanted: Wanted) => unknown, wanted) as Promise<WebElement[]>
  }

  /** Waits for what a screen reader calls so. */
  see(role: string, name?: string | RegExp, ms = PATIENCE): Promise<WebElement> {
    return until(`${role} ${String(name ?? '')}`, async () => (await this.all(role, name))[0], ms)
  }

  /** Waits until nothing is called so. */
  async gone(role: string, name?: string | RegExp, ms = PATIENCE): Promise<void> {
    await until(`no ${role} ${String(name ?? '')}`, async () => (await this.all(role, name)).length === 0, ms)
  }

  /** At 200 % the driver's clicks miss: what is clicked then is focused and pressed with Enter. */
  zoomed = false

  /** Zooms to 200 %, by keys as a reader does. */
  async zoom(): Promise<void> {
    const before = await this.script(() => innerWidth)
    await this.press('Mod+=', 'Mod+=', 'Mod+=', 'Mod+=', 'Mod+=')
    await until('200 %', () => this.script((before) => innerWidth <= before / 1.9, before))
    this.zoomed = true
  }

  /** Waits for what is called so until it can be used: it is there, and not switched off. */
  async possible(role: string, name: string | RegExp, ms = PATIENCE): Promise<WebElement> {
    return until(`${role} ${String(name)}, to be used`, async () => {
      const element = (await this.all(role, name))[0]
      const off = element && (await this.script((it) => (it as unknown as Element).matches(':disabled, [aria-disabled="true"], [aria-busy="true"] *'), element))
      return off === false && element
    }, ms)
  }

  /** Clicks on it as soon as it can be used. */
  async click(role: string, name: string | RegExp, ms = PATIENCE): Promise<void> {
    await until(`clicking ${role} ${String(name)}`, async () => {
      const element = await this.possible(role, name, 400)
      if (!this.zoomed) await element.click()
      else await this.script((it) => (it as unknown as HTMLElement).focus(), element).then(() => this.press(role === 'checkbox' ? 'Space' : 'Enter'))
      return element
    }, ms)
  }

  /** Types into a field, in place of what stands there. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    const field = await this.see('textbox', name)
    await this.script((it) => (it as unknown as HTMLElement).focus(), field)
    await this.press('Mod+A')
    await field.sendKeys(text)
  }

  /** Presses keys, each given as `Mod+Z` or `Enter`, one after the other; what is no key's name is typed. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const actions = this.driver.actions()
      const parts = key.length > 1 && key.includes('+') ? key.split('+') : [key]
      const pressed = parts.map((part) => NAMED[part] ?? part)
      for (const it of pressed) actions.keyDown(it)
      for (const it of pressed.reverse()) actions.keyUp(it)
      await within(10_000, `pressing ${key}`, actions.perform())
    }
  }

  /** Waits until the focus is on, or within, what the selector says. */
  async at(css: string): Promise<void> {
    await until(`the focus at ${css}`, () => this.script((css) => document.activeElement?.closest(css) != null, css))
  }

  /** Presses Tab until the focus is on what the selector says. */
  async tabsTo(css: string): Promise<void> {
    for (let step = 0; step < 120; step += 1) {
      await this.press('Tab')
      if (await this.script((css) => document.activeElement?.matches(css) ?? false, css)) return
    }
    throw new Error(`Tab does not come to ${css}`)
  }

  /** Waits until the focus is in a field. */
  async types(): Promise<void> {
    await until('a field with the focus', () => this.script(() => document.activeElement?.matches('input, textarea') ?? false))
  }

  /** Types where the focus is. */
  type(text: string): Promise<void> {
    return this.press(...text)
  }

  /** The text of the whole page, or of a part of it. */
  text(css = 'body'): Promise<string> {
    return this.script((css) => (document.querySelector(css) as HTMLElement | null)?.innerText.replaceAll(/\s+/g, ' ') ?? '', css)
  }

  /** Waits until a text can be read. */
  async reads(text: string | RegExp, css = 'body', ms = PATIENCE): Promise<string> {
    let all = ''
    const fits = (): boolean => (typeof text === 'string' ? all.includes(text) : text.test(all))
    return until(`reading ${String(text)}`, async () => ((all = await this.text(css)), fits()) && all, ms).catch((cause: unknown) => {
      throw new Error(`${String(text)} cannot be read in: ${all.slice(0, 1500)}`, { cause })
    })
  }

  /** What was announced last to who cannot see it. */
  async announced(): Promise<string> {
    return this.script(() =>
      [...document.querySelectorAll('[role=status], [role=alert], [aria-live]:not([aria-live=off])')]
        .map((it) => it.textContent?.replaceAll(/\s+/g, ' ').trim())
        .filter(Boolean)
        .join(' | '),
    )
  }

  /** Waits until something is announced. */
  async hears(text: string | RegExp, ms = PATIENCE): Promise<string> {
    let all = ''
    const fits = (): boolean => (typeof text === 'string' ? all.includes(text) : text.test(all))
    return until(`hearing ${String(text)}`, async () => ((all = await this.announced()), fits()) && all, ms).catch((cause: unknown) => {
      throw new Error(`${String(text)} was not announced, but: ${all}`, { cause })
    })
  }

  /** Goes to a place of the case by its key. */
  async go(place: string): Promise<void> {
    await this.press(PLACES[place] ?? '')
    const there = (name: string): boolean => {
      const main = document.querySelector('main')
      const focus = document.activeElement
      return main?.getAttribute('aria-label') === name && focus !== null && focus !== document.body && !focus.closest('[role=dialog]')
    }
    await until(place, () => this.script(there, this.say(`place-${place}`)))
  }

  /** Runs an action through the palette, found by typing its words. */
  async command(phrase: string): Promise<void> {
    await this.press('Mod+K')
    await this.see('dialog', this.say('action-palette'))
    const field = await until('the field of the palette', () => this.script(() => document.querySelector('[role=dialog] input')))
    await (field as unknown as WebElement).sendKeys(this.say(phrase))
    // Enter takes the option that is marked: it is gone to where others are found as well.
    const marked = (words: string): boolean => {
      const options = [...document.querySelectorAll('[role=dialog] [role=option]')]
      const there = options.some((it) => it.querySelector('span')?.textContent?.trim() === words)
      return there && options.find((it) => it.getAttribute('aria-selected') === 'true')?.querySelector('span')?.textContent?.trim() === words
    }
    await until(`the option ${this.say(phrase)}`, async () => {
      if (await this.script(marked, this.say(phrase))) return true
      if ((await this.all('option', new RegExp(`^${escaped(this.say(phrase))}`))).length > 0) await this.press('Down')
      return this.script(marked, this.say(phrase))
    })
    await this.press('Enter')
    await this.gone('dialog', this.say('action-palette'))
  }

  /** Until nothing loads and nothing moves. */
  async settles(): Promise<void> {
    // Asked within the page, so that a busy machine does not take a pause between two questions for rest.
    const calm = (quiet: number, longest: number, done: (calm: boolean) => void): void => {
      const end = performance.now() + longest
      let since = performance.now()
      const watch = new MutationObserver(() => (since = performance.now()))
      watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true })
      const look = (): void => {
        const now = performance.now()
        const moves = document.getAnimations().some((it) => it.playState === 'running') || [...document.images].some((it) => !it.complete)
        if (moves) since = now
        if (now - since < quiet && now < end) return void setTimeout(look, 30)
        watch.disconnect()
        done(now < end)
      }
      look()
    }
    await within(20_000, 'calm', this.driver.executeAsyncScript(`(${calm.toString()})(arguments[0], arguments[1], arguments[2])`, 240, 8_000)).catch(() => undefined)
  }

  /** A picture of the window, kept under this name. */
  async picture(name: string): Promise<string> {
    const path = join(SCREENS, `${name}.png`)
    // The web view hands out a picture with its next frame, and draws none while nothing changes: a dot that nobody sees does.
    await this.script(() => {
      const dot = document.createElement('i')
      Object.assign(dot.style, { position: 'fixed', left: '0', bottom: '0', width: '1px', height: '1px', opacity: '0.01' })
      document.body.append(dot)
      let turn = 0
      const change = setInterval(() => (dot.style.background = (turn += 1) % 2 ? '#000' : '#fff'), 40)
      Object.assign(window, { still: () => (clearInterval(change), dot.remove()) })
    })
    try {
      writeFileSync(path, await within(30_000, 'a picture', this.driver.takeScreenshot()), 'base64')
    } finally {
      await this.script(() => (window as unknown as { still: () => void }).still())
    }
    return path
  }
}

/** The places of a case, by their keys. */
const PLACES: Record<string, string> = {
  overview: 'Alt+1', accounts: 'Alt+2', import: 'Alt+3', organisations: 'Alt+4', regions: 'Alt+5', timeline: 'Alt+6',
  report: 'Alt+7', log: 'Alt+8', settings: 'Mod+,',
}

const NAMED: Record<string, string> = {
  Mod: Key.CONTROL, Ctrl: Key.CONTROL, Shift: Key.SHIFT, Alt: Key.ALT, Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB,
  Space: ' ', Up: Key.ARROW_UP, Down: Key.ARROW_DOWN, Left: Key.ARROW_LEFT, Right: Key.ARROW_RIGHT, Home: Key.HOME,
  End: Key.END, PageUp: Key.PAGE_UP, PageDown: Key.PAGE_DOWN, Delete: Key.DELETE, Backspace: Key.BACK_SPACE, F2: Key.F2,
}

/** A text as a pattern that fits it alone. */
export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

function kill(running: ChildProcess): void {
  if (running.pid === undefined) return
  try {
    process.kill(-running.pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
