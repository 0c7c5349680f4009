/** Where rows of a long list stand. A scroll area has an end that browsers can reach, so past it positions are mapped. */

/** Height of a row, in px. */
export const ROW = 30
/** The tallest scroll area; WebKit ends at 33,554,428 px, and rounds before. */
export const CAP = 10_000_000
/** Rows drawn above and below those in sight, where the browser may scroll before the page hears of it. */
const MORE = 8
/** The same where positions are mapped: there the page moves the rows itself, and draws them in the same frame. */
const MORE_MAPPED = 1

/** Px that a page moves by in one frame, somewhat more than three rows. A page drawn at once takes longer than a frame has where
 *  the web view draws without a graphics card, and jumps. */
export const GLIDING = 96
/** Rows that come faster than so many a frame fly past: nobody reads them, and drawing them takes longer than a frame has. */
export const FLYING = 5

/** Where the rows stand one frame later on their way to an offset; what is further away than two windows is jumped to. */
export function nearer(offset: number, to: number, height: number): number {
  const left = to - offset
  const far = Math.abs(left)
  return far <= GLIDING || far > 2 * height ? to : offset + Math.sign(left) * GLIDING
}

/**
 * Which elements a row is drawn with: `size` of them, counted from 0. A row that leaves at one end gives its elements to the
 * one that comes at the other, where they are; the others keep theirs.
 */
export class Ring {
  constructor(
    readonly size = 0,
    /** The first row drawn. */
    readonly from = 0,
    /** A row that has, or would have, the elements 0; the others follow it. */
    readonly origin = 0,
  ) {}

  /** The same elements for the rows from another one on. Where no row stays, each keeps its place among them. */
  turned(from: number, size: number): Ring {
    const jump = size !== this.size || Math.abs(from - this.from) >= size ? from - this.from : 0
    return new Ring(size, from, this.origin + jump)
  }

  /** The row that has these elements. */
  row(slot: number): number {
    const after = (slot - this.slot(this.from)) % this.size
    return this.from + (after < 0 ? after + this.size : after)
  }

  /** The elements of a row. */
  slot(row: number): number {
    const slot = (row - this.origin) % this.size
    return slot < 0 ? slot + this.size : slot
  }

  /** All rows, from the one with these elements on, in the order of the elements. */
  rows(first: number): number[] {
    return Array.from({ length: this.size }, (_, at) => this.row((first + at) % this.size))
  }
}

/** A list of so many rows in a window so high. */
export class Track {
  readonly area: number
  readonly #whole: number

  constructor(
    readonly total: number,
    readonly height: number,
  ) {
    this.#whole = total * ROW
    this.area = Math.min(this.#whole, CAP)
  }

  /** Whether positions are mapped. */
  get mapped(): boolean {
    return this.#whole > this.area
  }

  get #more(): number {
    return this.mapped ? MORE_MAPPED : MORE
  }

  /** The furthest that rows can be moved, in px of rows. */
  get end(): number {
    return Math.max(0, this.#whole - this.height)
  }

  /** Px of rows above the window at a scroll position. */
  offset(scroll: number): number {
    const far = Math.max(0, this.area - this.height)
    return this.mapped ? Math.round((Math.min(Math.max(scroll, 0), far) / far) * this.end) : scroll
  }

  /** The scroll position at which so many px of rows are above the window. */
  scroll(offset: number): number {
    const far = Math.max(0, this.area - this.height)
    return this.mapped ? (Math.min(Math.max(offset, 0), this.end) / this.end) * far : offset
  }

  /** The rows to draw at an offset, with some more on both sides: as many as `most` where there are so many. */
  shown(offset: number): { from: number; to: number } {
    const from = Math.max(0, Math.min(Math.floor(offset / ROW) - this.#more, this.total - this.most))
    return { from, to: Math.min(this.total, from + this.most) }
  }

  /** Rows that are drawn at most. */
  get most(): number {
    return Math.ceil(this.height / ROW) + 1 + 2 * this.#more
  }

  /** Where a row is drawn in the scroll area: as far from the top of the window as it is among the rows. */
  top(row: number, offset: number, scroll: number): number {
    return this.mapped ? Math.round(scroll) + row * ROW - offset : row * ROW
  }

  /** The offset nearest to this one at which a row is whole in the window. */
  reveal(row: number, offset: number): number {
    const top = row * ROW
    if (top < offset) return top
    if (top + ROW > offset + this.height) return Math.min(this.end, Math.max(0, top + ROW - this.height))
    return offset
  }

  /** Rows that the window holds whole. */
  get page(): number {
    return Math.max(1, Math.floor(this.height / ROW) - 1)
  }
}
