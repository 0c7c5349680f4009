/** The hand outside of the page: native dialogs, and files dragged in from another program, by xdotool. */
import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { display, until, type Window } from './window'

const run = promisify(execFile)

async function xdotool(...words: string[]): Promise<string> {
  const env = { ...process.env, DISPLAY: display() }
  return (await run('xdotool', words, { env, timeout: 15_000 })).stdout.trim()
}

const titled = (title: string): Promise<string | undefined> =>
  xdotool('search', '--onlyvisible', '--name', `^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`).then(
    (found) => found.split('\n').at(-1),
    () => undefined,
  )

/** Waits for the native dialog of this title and names a file or a folder in it. */
export async function chooses(title: string, path: string): Promise<void> {
  const dialog = await until(`the dialog ${title}`, () => titled(title))
  await until(`${title} closes`, async () => {
    await xdotool('windowactivate', '--sync', dialog)
    // The place can be typed after Ctrl+L; where something is written, the name's field has the focus and takes a path.
    await xdotool('key', '--clearmodifiers', 'ctrl+l')
    await xdotool('key', '--clearmodifiers', 'ctrl+a')
    await xdotool('type', '--clearmodifiers', '--delay', '6', path)
    for (const _ of [1, 2, 3]) {
      await xdotool('key', '--clearmodifiers', 'Return').catch(() => '')
      for (const _ of [1, 2, 3, 4]) {
        await new Promise((done) => setTimeout(done, 120))
        if ((await titled(title)) === undefined) return true
      }
    }
    // What was typed did not arrive whole: once more, from the beginning.
    return false
  }, 40_000)
}

/** Waits for the native dialog of this title and closes it without an answer. */
export async function declines(title: string): Promise<void> {
  const dialog = await until(`the dialog ${title}`, () => titled(title))
  await xdotool('windowactivate', '--sync', dialog)
  await xdotool('key', '--clearmodifiers', 'Escape')
  await until(`${title} closes`, async () => (await titled(title)) === undefined)
}

/** Closes the window as its frame's button does. */
export async function closes(): Promise<void> {
  const window = await until('the window', () => titled('Breachbook'))
  await xdotool('windowactivate', '--sync', window)
  await xdotool('key', '--clearmodifiers', 'alt+F4')
}

/** Closes the window as its frame's button does, and waits until it asks; a key that did not arrive is pressed again. */
export async function closesAndIsAsked(window: Window): Promise<void> {
  const asked = window.say('leave-window')
  await until(asked, async () => {
    await closes()
    return until(asked, async () => (await window.all('dialog', asked)).length > 0, 4_000).catch(() => false)
  }, 20_000)
}

/** Drags files from another program into the window and lets them go, with a real mouse. `over` sees them before. */
export async function drops(window: Window, files: string[], over?: () => Promise<void>): Promise<void> {
  const env = { ...process.env, ...window.home.env, DISPLAY: display() }
  const source = spawn('/usr/bin/python3', [join(import.meta.dirname, 'drag.py'), ...files], { env, stdio: 'ignore' })
  try {
    const from = await until('the files to drag', () => titled('Files to drag'))
    const to = await until('the window', () => titled('Breachbook'))
    const [a, b] = [await middle(from), await middle(to)]
    await xdotool('windowraise', from)
    await xdotool('mousemove', String(a.x), String(a.y), 'sleep', '0.3', 'mousedown', '1')
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1]) {
      await xdotool('mousemove', String(Math.round(a.x + (b.x - a.x) * part)), String(Math.round(a.y + (b.y - a.y) * part)), 'sleep', '0.08')
    }
    await over?.()
    await xdotool('mouseup', '1')
    await new Promise((done) => setTimeout(done, 300))
  } finally {
    source.kill()
  }
}

async function middle(id: string): Promise<{ x: number; y: number }> {
  const told = await xdotool('getwindowgeometry', '--shell', id)
  const value = (name: string): number => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(told)?.[1])
  return { x: Math.round(value('X') + value('WIDTH') / 2), y: Math.round(value('Y') + value('HEIGHT') / 2) }
}
