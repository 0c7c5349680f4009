/** The countries and their parts that the book takes, in the reader's language; asked for once somebody chooses one. */
import { placesList, type PlaceRow } from '../ipc'
import { phrases } from '../lang/phrases.svelte'
import { desk } from './desk.svelte'

class Places {
  #rows = $state.raw<readonly PlaceRow[]>([])
  #language = ''

  /** Every place; none until they are there. */
  get rows(): readonly PlaceRow[] {
    return this.#rows
  }

  /** Asks for them, once a language. */
  async load(): Promise<void> {
    const { language } = phrases
    if (this.#language === language) return
    this.#language = language
    await desk.try(async () => (this.#rows = await placesList()))
  }
}

export const places = new Places()
