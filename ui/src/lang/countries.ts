/** Countries in words, as the phrases have them. Which there are, the core says. */
import { phrases, say } from './phrases.svelte'

/** A country's name; of a part of one (`US-CA`) the code with the country's name; an unknown code as it is. */
export function countryName(code: string): string {
  const [alpha = '', part] = code.toLowerCase().split('-')
  const id = `country-${alpha}`
  if (!phrases.has(id)) return code
  return part === undefined ? say(id) : say('country-part', { part: code.toUpperCase(), country: say(id) })
}
