/**
 * What was typed: kept before one goes anywhere, and never lost in silence. A field keeps its text when it is left; going
 * leaves it first, and waits. What is refused stays in its field with the reason; what would be lost is asked about.
 */
import { focused, typedDialogs } from '../model/typing'
import { ofCase } from './scope.svelte'
import { works } from './works.svelte'

/** How far one goes: what is lost on the way depends on it. */
export type Going = 'place' | 'case' | 'book' | 'window'

/** A text that could not be kept. */
export interface Text {
  /** The field's name. */
  label: string
  text: string
  why: string
}

class Unkept {
  #texts = $state.raw<ReadonlyMap<string, Text>>(new Map())

  /** What a field could not keep. */
  of(field: string): Text | null {
    return this.#texts.get(field) ?? null
  }

  get all(): Text[] {
    return [...this.#texts.values()]
  }

  /** Says what a field could not keep; nothing: it holds what is kept. */
  set(field: string, text: Text | null): void {
    const texts = new Map(this.#texts)
    if (text) texts.set(field, text)
    else if (!texts.delete(field)) return
    this.#texts = texts
  }
}

/** The texts of the open case that could not be kept. */
export const unkept = ofCase(() => new Unkept())

/** What going would lose, in the order in which it is said. */
export interface Losses {
  texts: Text[]
  /** Titles of dialogs in which something was typed. */
  dialogs: string[]
  /** What else was typed and is kept nowhere, in words. */
  others: string[]
  /** What runs, in words. */
  works: string[]
}

interface Question {
  going: Going
  losses: Losses
  answer: (goes: boolean) => void
}

const others: (() => string[])[] = []

/** Asks a part of the state, whenever one goes, what was typed there and is kept nowhere; in words. */
export const alsoLoses = (what: () => string[]): number => others.push(what)

class Keeping {
  /** What the reader is asked before something is lost. */
  question = $state.raw<Question | null>(null)
  /** Whether the last going was asked about; else it was a refusal that kept one in its place. */
  asked = false
  #saves = new Set<Promise<boolean>>()

  /** Something that was typed is being kept; `kept` says of the outcome whether it was. */
  async save<T>(work: Promise<T>, kept: (outcome: T) => boolean): Promise<T> {
    const done = work.then(kept, () => false)
    this.#saves.add(done)
    void done.then(() => this.#saves.delete(done))
    return work
  }

  /** Leaves the field with the focus, so that it keeps its text, and waits for all that is being kept. Whether it all was. */
  async keep(): Promise<boolean> {
    const field = focused()
    field?.blur()
    const outcomes = await Promise.all(this.#saves)
    if (document.activeElement === document.body) field?.focus()
    return outcomes.every(Boolean)
  }

  /** Whether one may go. What was just refused keeps one in its place, once; what would be lost is asked about. */
  async may(going: Going): Promise<boolean> {
    if (this.question) return false
    const field = focused()
    const kept = await this.keep()
    // The field that was refused remembers it in its own turn.
    if (!kept) await new Promise((done) => setTimeout(done))
    const losses = this.#losses(going)
    const loses = Object.values(losses).some((it) => it.length > 0)
    this.asked = loses
    const goes = loses ? await this.#ask(going, losses) : kept
    if (goes && losses.works.length > 0) await works.stop()
    if (!goes) this.#back(field)
    return goes
  }

  #losses(going: Going): Losses {
    const far = going === 'book' || going === 'window'
    return {
      texts: going === 'place' ? [] : unkept.all,
      others: going === 'place' ? [] : others.flatMap((it) => it()),
      dialogs: typedDialogs(going === 'case' || going === 'book'),
      works: far ? works.all.map((it) => it.text) : [],
    }
  }

  #ask(going: Going, losses: Losses): Promise<boolean> {
    return new Promise((done) => {
      const answer = (goes: boolean): void => {
        this.question = null
        done(goes)
      }
      this.question = { going, losses, answer }
    })
  }

  /** Who stays goes on where they were: in the field that they were typing in, or in the one that was refused; in sight of why. */
  #back(field: HTMLElement | null): void {
    setTimeout(() => {
      const inDialog = document.querySelector('[role="dialog"]') !== null
      const to = field ?? (inDialog ? null : document.querySelector<HTMLElement>('main [aria-invalid="true"]'))
      to?.focus()
      to?.closest('.field')?.scrollIntoView({ block: 'nearest' })
    }, 60)
  }
}

export const keeping = new Keeping()
