/** Positions of a long list: every row can be reached, none stands where another does. */
import { describe, expect, it } from 'vitest'

import { CAP, GLIDING, nearer, Ring, ROW, Track } from './rows'

describe('a short list', () => {
  const track = new Track(100, 600)
  it('is as high as its rows and maps nothing', () => {
    expect([track.area, track.mapped, track.offset(123), track.scroll(123)]).toEqual([3000, false, 123, 123])
    expect(track.top(7, 123, 123)).toBe(7 * ROW)
  })
  it('draws what is in sight and some more', () => {
    expect(track.shown(0)).toEqual({ from: 0, to: track.most })
    expect(track.shown(1200)).toEqual({ from: 32, to: 32 + track.most })
    expect(track.shown(track.end)).toEqual({ from: 100 - track.most, to: 100 })
  })
})

describe('a list of ten million', () => {
  const track = new Track(10_000_000, 700)
  it('ends where browsers can scroll', () => {
    expect([track.area, track.mapped]).toEqual([CAP, true])
  })
  it('draws what is in sight, and always as many rows', () => {
    for (let offset = 0; offset < 400; offset += 7) {
      const { from, to } = track.shown(1_000_000 + offset)
      expect(from * ROW).toBeLessThanOrEqual(1_000_000 + offset)
      expect(to * ROW).toBeGreaterThanOrEqual(1_000_000 + offset + 700)
      expect(to - from).toBe(track.most)
    }
  })
  it('reaches its first and its last row', () => {
    expect(track.shown(track.offset(0)).from).toBe(0)
    expect(track.shown(track.offset(track.area - 700)).to).toBe(10_000_000)
  })
  it('goes there and back', () => {
    for (const offset of [0, 29, 30, 12_345_678, track.end]) {
      expect(Math.abs(track.offset(track.scroll(offset)) - offset)).toBeLessThanOrEqual(1)
    }
  })
  it('draws rows a row apart wherever it stands', () => {
    const scroll = 4_321_000
    const offset = track.offset(scroll)
    const { from } = track.shown(offset)
    expect(track.top(from + 1, offset, scroll) - track.top(from, offset, scroll)).toBe(ROW)
    expect(Math.abs(track.top(Math.floor(offset / ROW), offset, scroll) - scroll)).toBeLessThan(ROW)
  })
})

describe('elements of rows', () => {
  const walk = [[0, 5], [1, 5], [3, 5], [2, 5], [1000, 5], [1002, 5], [998, 5], [998, 7], [1001, 7], [0, 3], [0, 0], [4, 2]] as const
  it('each draw one row of those in sight, and keep it while it is', () => {
    let [before, ring] = [new Ring(), new Ring()]
    for (const [from, size] of walk) {
      ;[before, ring] = [ring, ring.turned(from, size)]
      const rows = ring.rows(0)
      expect(rows.map((row) => ring.slot(row))).toEqual(rows.map((_, slot) => slot))
      expect(rows.toSorted((one, other) => one - other)).toEqual(rows.map((_, at) => from + at))
      if (size === before.size) for (const row of before.rows(0).filter((it) => rows.includes(it))) expect(ring.slot(row)).toBe(before.slot(row))
      expect(ring.rows(size && ring.slot(from))).toEqual(rows.map((_, at) => from + at))
    }
  })
  it('stand where they stood when all rows change', () => {
    const before = new Ring().turned(0, 5).turned(3, 5)
    const after = before.turned(900_003, 5)
    const order = (of: Ring): number[] => of.rows(0).map((row) => row - of.origin)
    expect(order(after)).toEqual(order(before))
  })
})

describe('a row is brought into sight', () => {
  const track = new Track(1000, 300)
  it.each([
    [5, 600, 150],
    [5, 100, 100],
    [40, 600, 930],
    [999, 0, 29_700],
  ])('row %i from %i', (row, offset, to) => {
    expect(track.reveal(row, offset)).toBe(to)
  })
  it('is empty without rows', () => {
    expect(new Track(0, 300).shown(0)).toEqual({ from: 0, to: 0 })
  })
})

describe('a page glides', () => {
  it.each([
    [0, 570, 6],
    [570, 0, 6],
    [100, 100 + GLIDING, 1],
    [100, 130, 1],
    [0, 30_000_000, 1],
    [1250, 0, 1],
    [1200, 0, 13],
  ])('from %i to %i in %i frames, and never past it', (from, to, frames) => {
    let [at, steps] = [from, 0]
    while (at !== to) {
      const next = nearer(at, to, 600)
      expect(Math.abs(to - next)).toBeLessThan(Math.abs(to - at))
      ;[at, steps] = [next, steps + 1]
    }
    expect(steps).toBe(frames)
  })
})
