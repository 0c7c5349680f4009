/** The countries, by code and name, as the phrases have them. */
import { phrases, say } from './phrases.svelte'

/** A country. */
export interface Country {
  code: string
  name: string
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** Every country, by name. */
export function countries(): Country[] {
  const codes = LETTERS.flatMap((one) => LETTERS.map((two) => one + two)).filter((it) => phrases.has(`country-${it}`))
  const named = codes.map((it) => ({ code: it.toUpperCase(), name: say(`country-${it}`) }))
  return named.sort((one, two) => one.name.localeCompare(two.name, phrases.locale))
}

/** A country's name; of a part of one (`US-CA`) the code with the country's name; an unknown code as it is. */
export function countryName(code: string): string {
  const [alpha = '', part] = code.toLowerCase().split('-')
  const id = `country-${alpha}`
  if (!phrases.has(id)) return code
  return part === undefined ? say(id) : say('country-part', { part: code.toUpperCase(), country: say(id) })
}
