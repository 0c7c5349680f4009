/** What is to be said of a book beside what was done: it stays until it is read, also when the book is closed. */
import { onRemark } from '../ipc'

class Remarks {
  said = $state<string[]>([])

  /** Listens from the first question on: a book that the start names has its remarks before a screen is drawn. */
  async listen(): Promise<void> {
    await onRemark((said) => this.add(said))
  }

  add(said: string[]): void {
    this.said = [...this.said, ...said.filter((it) => !this.said.includes(it))]
  }

  read(said: string): void {
    this.said = this.said.filter((it) => it !== said)
  }
}

export const remarks = new Remarks()
