/** What belongs to a book or a case is made anew with it; no state of the window is made once for all of them. */
import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { ofBook, ofCase, renewBook, renewCase } from './scope.svelte'

class Found {
  filter = ''
  #chosen: number[] = []
  constructor(readonly of: number | null = null) {}

  get chosen(): number {
    return this.#chosen.length
  }
  choose(id: number): void {
    this.#chosen.push(id)
  }
}

describe('what belongs to', () => {
  const book = ofBook(() => new Found())
  const here = ofCase((id) => new Found(id))

  it('a case is made anew with the next one, and the book stays', () => {
    renewCase(1)
    here.filter = 'Nord'
    here.choose(7)
    book.choose(1)
    expect([here.of, here.filter, here.chosen, book.chosen]).toEqual([1, 'Nord', 1, 1])
    const late = here.choose
    renewCase(2)
    // What comes late for the case before lands in what is gone.
    late(8)
    expect([here.of, here.filter, here.chosen, book.chosen]).toEqual([2, '', 0, 1])
  })

  it('a book is made anew with the next one, and so is its case', () => {
    renewCase(1)
    here.choose(7)
    book.filter = 'Nord'
    renewBook()
    expect([here.of, here.chosen, book.filter]).toEqual([null, 0, ''])
  })
})

/** What is of the window and of no book: where one is, the ways to a book, the languages, what is asked before one goes, and what
 * was said of a book that may be closed by now. */
const OF_THE_WINDOW = ['books', 'desk', 'keeping', 'languages', 'places', 'remarks']

it('no state outlives its book but the window’s own', () => {
  const folder = new URL('.', import.meta.url)
  const states = readdirSync(folder).filter((it) => it.endsWith('.svelte.ts'))
  const once = states.flatMap((it) => [...readFileSync(new URL(it, folder), 'utf8').matchAll(/^export const (\w+) = new /gm)].map((found) => found[1]))
  expect(states.length).toBeGreaterThan(8)
  expect(once.toSorted()).toEqual(OF_THE_WINDOW)
})
