/** Positions of a long list: every row can be reached, none stands where another does. */
import { describe, expect, it } from 'vitest'

import { CAP, GLIDING, nearer, ROW, Track } from './rows'

describe('a short list', () => {
  const track = new Track(100, 600)
  it('is as high as its rows and maps nothing', () => {
    expect([track.area, track.mapped, track.offset(123), track.scroll(123)]).toEqual([3000, false, 123, 123])
    expect(track.top(7, 123, 123)).toBe(7 * ROW)
  })
  it('draws what is in sight and some more', () => {
    expect(track.shown(0, 5)).toEqual({ from: 0, to: 25 })
    expect(track.shown(2400, 5)).toEqual({ from: 75, to: 100 })
  })
})

describe('a list of ten million', () => {
  const track = new Track(10_000_000, 700)
  it('ends where browsers can scroll', () => {
    expect([track.area, track.mapped]).toEqual([CAP, true])
  })
  it('never draws more rows than it says', () => {
    for (let offset = 0; offset < 400; offset += 7) {
      const { from, to } = track.shown(1_000_000 + offset)
      expect(to - from).toBeLessThanOrEqual(track.most)
    }
  })
  it('reaches its first and its last row', () => {
    expect(track.shown(track.offset(0), 0).from).toBe(0)
    expect(track.shown(track.offset(track.area - 700), 0).to).toBe(10_000_000)
  })
  it('goes there and back', () => {
    for (const offset of [0, 29, 30, 12_345_678, track.end]) {
      expect(Math.abs(track.offset(track.scroll(offset)) - offset)).toBeLessThanOrEqual(1)
    }
  })
  it('draws rows a row apart wherever it stands', () => {
    const scroll = 4_321_000
    const offset = track.offset(scroll)
    const { from } = track.shown(offset, 0)
    expect(track.top(from + 1, offset, scroll) - track.top(from, offset, scroll)).toBe(ROW)
    expect(Math.abs(track.top(from, offset, scroll) - scroll)).toBeLessThan(ROW)
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
