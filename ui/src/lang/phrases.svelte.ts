/** The phrases of the reader's language: the same files as the reports and the command line use. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

const FILES = import.meta.glob<string>('../../../locales/*.ftl', { query: '?raw', import: 'default' })

/** Values in a phrase. Numbers are grouped as the locale does. */
export type Values = Record<string, FluentVariable>

class Phrases {
  /** The language's id. */
  language = $state('en')
  /** The locale whose numbers and dates it follows, as its file says. */
  locale = $state('en-GB')
  #bundle = $state.raw(new FluentBundle('en'))
  /** Phrases without values, of the language that is spoken: a list says the same few thousands of times. */
  #said = new Map<string, string>()

  /** The locales whose words for days and months are understood: the reader's first, then those of the other files. */
  get locales(): string[] {
    const languages = Object.keys(FILES).map((it) => it.replace(/^.*\/(.+)\.ftl$/, '$1'))
    return [this.locale, ...languages.filter((it) => it !== this.language)]
  }

  /** Speaks another language from now on. */
  async speak(language: string): Promise<void> {
    const load = FILES[`../../../locales/${language}.ftl`]
    if (!load) return
    const { bundle, locale } = read(await load(), language)
    this.#said = new Map()
    this.#bundle = bundle
    this.language = language
    this.locale = locale
    document.documentElement.lang = language
  }

  /** Whether there is such a phrase. */
  has(id: string): boolean {
    return this.#bundle.hasMessage(id)
  }

  /** A phrase. One that does not exist shows its id, so that nothing is hidden. */
  say(id: string, values?: Values): string {
    // Read even where it is not needed: who says a phrase says it anew in another language.
    const bundle = this.#bundle
    const known = values ? undefined : this.#said.get(id)
    if (known !== undefined) return known
    const pattern = bundle.getMessage(id)?.value
    const said = pattern ? bundle.formatPattern(pattern, values, []) : id
    if (!values) this.#said.set(id, said)
    return said
  }

  /** A word of a closed list: `word('way', 'signed_in')` says `way-signed-in`. */
  word(list: string, word: string): string {
    return this.say(`${list}-${word}`.replaceAll(/[_ ]/g, '-'))
  }
}

/** A language's file as a bundle. */
export function read(text: string, language: string): { bundle: FluentBundle; locale: string } {
  const locale = /^locale = (\S+)/m.exec(text)?.[1] ?? language
  const bundle = new FluentBundle(locale, { useIsolating: false })
  bundle.addResource(new FluentResource(text))
  return { bundle, locale }
}

export const phrases = new Phrases()

/** A phrase. */
export const say = (id: string, values?: Values): string => phrases.say(id, values)
/** A word of a closed list. */
export const word = (list: string, id: string): string => phrases.word(list, id)
