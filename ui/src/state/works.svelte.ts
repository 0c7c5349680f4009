/** Work that takes long: what runs in the open book, how far it is, and how it is stopped. It does none of it. */
import { deskCancel } from '../ipc'
import { ofBook } from './scope.svelte'

/** A piece of work that can be stopped. */
export class Work {
  done = $state(0)
  of = $state<number | null>(null)
  text = $state('')
  ended: Promise<unknown> = Promise.resolve()

  /** `name` is what the shell calls it. */
  constructor(
    readonly name: string,
    text: string,
    of: number | null,
  ) {
    this.text = text
    this.of = of
  }

  /** Says how far it is. */
  tell(done: number, of: number | null = this.of, text: string = this.text): void {
    this.done = done
    this.of = of
    this.text = text
  }

  /** Asks it to stop. Nothing of it is kept. */
  async stop(): Promise<void> {
    await deskCancel({ work: this.name })
  }
}

class Works {
  all = $state.raw<readonly Work[]>([])

  /** What the foot shows: the latest. */
  get now(): Work | null {
    return this.all.at(-1) ?? null
  }

  /** Does a piece of work, and shows it as long as it runs. */
  async during<T>(work: Work, does: () => Promise<T>): Promise<T> {
    this.all = [...this.all, work]
    const running = does().finally(() => (this.all = this.all.filter((it) => it !== work)))
    work.ended = running.catch(() => null)
    return running
  }

  /** Asks everything to stop, and waits until it has. */
  async stop(): Promise<void> {
    const all = this.all
    await Promise.allSettled(all.map((it) => it.stop()))
    await Promise.all(all.map((it) => it.ended))
  }
}

export const works = ofBook(() => new Works())
