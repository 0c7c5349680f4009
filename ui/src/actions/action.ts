/** The form of an action, and how keys are read and written. */
import { desk, type Place } from '../state/desk.svelte'

/** Something that can be done. */
export interface Action {
  /** Its name; its phrase is `action-<id>`. */
  id: string
  /** Its key: `Mod+K`, `Shift+F10`, `R`. `Mod` is Ctrl, on a Mac the command key. */
  keys?: string
  /** Where it is done: the palette goes there first. None: wherever one is. */
  place?: Place
  /** A key without modifier answers only while the focus is within this (WCAG 2.1.4). */
  within?: string
  /** Whether it can be done now. */
  can?: () => boolean
  /** What is answered to its key where it cannot be done now; none: the key is nobody's. */
  why?: () => string | null
  run: () => void | Promise<void>
}

/** A case is open. */
export const inCase = (): boolean => desk.caseId !== null
/** A case is open and can be changed. */
export const canWrite = (): boolean => inCase() && desk.writable

const isMac = /Mac/.test(navigator.platform)

/** Whether an event presses these keys. */
export function presses(keys: string, event: KeyboardEvent): boolean {
  const wanted = keys.split('+')
  const key = wanted.at(-1) ?? ''
  const mod = isMac ? event.metaKey : event.ctrlKey
  const shifted = wanted.includes('Shift')
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === wanted.includes('Mod') &&
    event.altKey === wanted.includes('Alt') &&
    (event.shiftKey === shifted || key.length === 1 && !/[a-z0-9]/i.test(key))
  )
}
