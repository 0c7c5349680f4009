/** The names of the languages, each in itself. */
import { settingsAbout, type About } from '../ipc'
import { desk } from './desk.svelte'

class Languages {
  #about = $state.raw<About | null>(null)

  /** What the settings show beside the settings; read when asked for. */
  get about(): About | null {
    return this.#about
  }

  /** Reads it, once or again. */
  async load(again = false): Promise<void> {
    if (this.#about && !again) return
    await desk.try(async () => (this.#about = await settingsAbout()))
  }

  /** A language's name; its id until it is known. */
  name(id: string): string {
    return this.#about?.languages.find((it) => it.id === id)?.name ?? id
  }
}

export const languages = new Languages()
