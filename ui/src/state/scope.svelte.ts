/**
 * What belongs to the open book, or to the open case: each is made anew with its book or case. So nothing has to be set
 * back, and no state can be forgotten in it; an answer that comes late for the one before lands in what is gone. It knows
 * none of what it holds.
 */
class Scope {
  /** Another one for every book, or case. */
  turn = $state(0)
  #parts: ((id: number | null) => void)[] = []

  add(renew: (id: number | null) => void): void {
    this.#parts.push(renew)
  }

  renew(id: number | null): void {
    this.turn += 1
    for (const part of this.#parts) part(id)
  }
}

const ofBooks = new Scope()
const ofCases = new Scope()

/** Stands for what belongs to the book or case that is open now. */
function within<T extends object>(scope: Scope, make: (id: number | null) => T): T {
  let now = $state.raw(make(null))
  scope.add((id) => (now = make(id)))
  return new Proxy({} as T, {
    get(_, name) {
      const value: unknown = Reflect.get(now, name, now)
      return typeof value === 'function' ? (value.bind(now) as unknown) : value
    },
    set: (_, name, value) => Reflect.set(now, name, value, now),
  })
}

/** What belongs to the open book. */
export const ofBook = <T extends object>(make: () => T): T => within(ofBooks, make)
/** What belongs to the open case; it is told which one that is. */
export const ofCase = <T extends object>(make: (id: number | null) => T): T => within(ofCases, make)

/** Another case is open, or none. */
export const renewCase = (id: number | null): void => ofCases.renew(id)

/** Another book is open, or none. */
export function renewBook(): void {
  ofBooks.renew(null)
  renewCase(null)
}

/** Which book and case what is drawn belongs to: what is drawn for another one is drawn anew. */
export const turn = (): string => `${ofBooks.turn}/${ofCases.turn}`
