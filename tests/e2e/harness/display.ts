/** A display of the tests' own, with a window manager: made before the first test, ended after the last. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { Readable } from 'node:stream'

import type { TestProject } from 'vitest/node'

import { KEPT, SCREENS } from './places'

declare module 'vitest' {
  interface ProvidedContext {
    /** The display, as `DISPLAY` names it. */
    display: string
  }
}

const ended: ChildProcess[] = []

/** Starts it; says what it is called. */
export async function setup(project: TestProject): Promise<void> {
  mkdirSync(SCREENS, { recursive: true })
  mkdirSync(KEPT, { recursive: true })
  const screen = ['-screen', '0', '2000x1300x24', '-nolisten', 'tcp', '-displayfd', '3']
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  ended.push(server)
  // It chooses a number that is free, and writes it there.
  const told = server.stdio[3] as Readable
  const [number] = (await once(told, 'data', { signal: AbortSignal.timeout(20_000) })) as [Buffer]
  const display = `:${number.toString().trim()}`
  ended.push(spawn('openbox', ['--sm-disable'], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' }))
  project.provide('display', display)
}

export function teardown(): void {
  for (const process of ended.reverse()) process.kill()
}
