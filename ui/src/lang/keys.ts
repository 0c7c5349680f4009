/** Keys as they are printed on a button and in the palette: `Strg` on a German keyboard. */
import { phrases } from './phrases.svelte'

const isMac = /Mac/.test(navigator.platform)

/** The keys as they are printed, one text a key. */
export const printed = (keys: string): string[] => keys.split('+').map(one)

function one(key: string): string {
  if (key === 'Mod' && isMac) return '⌘'
  const id = `press-${key.toLowerCase()}`
  return phrases.has(id) ? phrases.say(id) : key
}
