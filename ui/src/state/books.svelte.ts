/** Ways to a book: made, opened, the samples; what is being asked of the reader meanwhile. */
import { booksChoose, booksClose, booksLooks, booksMake, booksOpen, booksSamples, Refused, type ChosenFile } from '../ipc'
import { say } from '../lang/phrases.svelte'
import { desk } from './desk.svelte'
import { keeping } from './keeping.svelte'

class Books {
  /** What a book is being made for. */
  making = $state<'case' | 'samples' | null>(null)
  /** A case is being named. */
  naming = $state(false)
  /** The book whose passphrase is asked for. */
  asking = $state.raw<ChosenFile | null>(null)
  /** Why it was not opened. */
  wrong = $state<string | null>(null)
  /** It is held elsewhere, or cannot be written: it can be opened to read. */
  onlyToRead = $state(false)
  busy = $state(false)

  /** The place that is offered for the book that is being made. */
  get offered(): ChosenFile | null {
    const { state } = desk
    return (this.making === 'samples' ? state?.sample_book : state?.default_book) ?? null
  }

  /** Begins the way to a first case: a book for it. */
  newCase(): void {
    if (desk.state?.book) this.naming = true
    else this.making = 'case'
  }

  /** Loads the samples into the open book, or opens or makes the book of the samples. */
  async samples(): Promise<void> {
    const lies = desk.state?.sample_book ?? null
    if (desk.writable && !desk.cases.some((it) => it.sample !== null)) await desk.try(() => this.#load())
    else if (lies && lies.size !== null) await this.approach(lies)
    else this.making = 'samples'
  }

  async #load(): Promise<void> {
    await booksSamples()
    await desk.reloadCases()
  }

  /** Makes the book, and goes on with what it is for. Whether it was made; a refusal is the caller's to show. */
  async make(place: ChosenFile, passphrase: string | null): Promise<boolean> {
    const what = this.making
    if (!(await keeping.may('book'))) return false
    await booksMake({ token: place.token, passphrase })
    this.making = null
    if (what === 'samples') await booksSamples()
    await desk.enter()
    if (what === 'case') this.naming = true
    return true
  }

  /** Asks for a book's file, and opens it. */
  async choose(): Promise<void> {
    await desk.try(async () => {
      const chosen = await booksChoose({ anew: false })
      if (chosen) await this.approach(chosen)
    })
  }

  /** Opens a book, or asks for its passphrase first. */
  async approach(file: ChosenFile): Promise<void> {
    this.wrong = null
    this.onlyToRead = false
    await desk.try(async () => {
      const looks = await booksLooks({ token: file.token })
      if (looks.encrypted) this.asking = file
      else await this.open(file, null, false)
    })
  }

  /** Opens a book; a refusal is shown where its passphrase is asked for. Whether it was opened. */
  async open(file: ChosenFile, passphrase: string | null, readOnly: boolean): Promise<boolean> {
    if (!(await keeping.may('book'))) return false
    this.busy = true
    const asked = this.asking !== null
    try {
      await booksOpen({ token: file.token, passphrase, read_only: readOnly })
      this.asking = null
      await desk.enter()
      return true
    } catch (cause) {
      this.wrong = cause instanceof Refused ? cause.message : say('error-internal')
      this.onlyToRead = cause instanceof Refused && ['book.held', 'book.read_only'].includes(cause.refusal.code)
      // Who was asked and has gone away meanwhile is not asked again.
      if (asked && this.asking === null) desk.refuse(cause)
      else this.asking = file
      return false
    } finally {
      this.busy = false
    }
  }

  /** Closes the book and goes back to the start. */
  async close(): Promise<void> {
    if (!(await keeping.may('book'))) return
    await desk.try(async () => {
      const backup = await booksClose()
      await desk.left()
      desk.saidOfBackup(backup)
    })
  }
}

export const books = new Books()
