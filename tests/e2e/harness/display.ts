/**
 * Displays of the tests' own, each with a window manager: made before the first test, ended after the last. Files of tests run
 * beside each other, and each has a display to itself: focus, pointer and native dialogs are one display's.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { Readable } from 'node:stream'

import type { TestProject } from 'vitest/node'

import { KEPT, SCREENS } from './places'

declare module 'vitest' {
  interface ProvidedContext {
    /** A display for each file that runs at a time, as `DISPLAY` names it. */
    displays: string[]
  }
}

const ended: ChildProcess[] = []

/** Starts as many as there are files at a time; says what they are called. */
export async function setup(project: TestProject): Promise<void> {
  mkdirSync(SCREENS, { recursive: true })
  mkdirSync(KEPT, { recursive: true })
  const count = Number(project.config.maxWorkers) || 1
  const displays: string[] = []
  // One after the other, for each takes the first number that is free.
  while (displays.length < count) displays.push(await display())
  project.provide('displays', displays)
}

async function display(): Promise<string> {
  const screen = ['-screen', '0', '2000x1300x24', '-nolisten', 'tcp', '-displayfd', '3']
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  ended.push(server)
  // It chooses a number that is free, and writes it there.
  const told = server.stdio[3] as Readable
  const [number] = (await once(told, 'data', { signal: AbortSignal.timeout(20_000) })) as [Buffer]
  const display = `:${number.toString().trim()}`
  ended.push(spawn('openbox', ['--sm-disable'], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' }))
  return display
}

export function teardown(): void {
  for (const process of ended.reverse()) process.kill()
}
