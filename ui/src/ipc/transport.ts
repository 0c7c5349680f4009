/** The one door to the shell: a call by name, the bytes it put aside, what is dropped on the window, that it is to close. */
import { Channel, invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'

import type { Dropped, Progress, Refusal } from './types'

/** Why something was not done, as an error that can be thrown. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
  }
}

const isRefusal = (cause: unknown): cause is Refusal =>
  typeof cause === 'object' && cause !== null && 'code' in cause && 'message' in cause

const refused = (cause: unknown): Refused =>
  new Refused(isRefusal(cause) ? cause : { code: 'internal', message: String(cause), place: null, args: {} })

/** Asks the shell. What comes back has the type that the registry says (`commands.ts`). */
export async function ask<T>(name: string, args: unknown, told?: (progress: Progress) => void): Promise<T> {
  const channel = new Channel<Progress>()
  if (told) channel.onmessage = told
  try {
    return await invoke<T>('call', { name, args, told: channel })
  } catch (cause) {
    throw refused(cause)
  }
}

/** The bytes that a command has put aside under a name. */
export async function bytes(name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await invoke<ArrayBuffer>('bytes', { name }))
  } catch (cause) {
    throw refused(cause)
  }
}

/** Tells of files held over the window or dropped on it. */
export const onDrop = (tell: (dropped: Dropped) => void): Promise<() => void> =>
  listen<Dropped>('dropped', (event) => tell(event.payload))

/** Tells what is to be said of the book beside what was done. */
export const onRemark = (tell: (said: string[]) => void): Promise<() => void> =>
  listen<string[]>('remarked', (event) => tell(event.payload))

/** Tells of somebody who wants the window closed; it stays until the page answers. */
export const onClosing = (tell: () => void): Promise<() => void> => listen('closing', tell)
