/** Pages are found and drawn where they are seen. */
import { describe, expect, it } from 'vitest'

import { near, pageAt, PX_A_PT, scaleOf, step } from './zoom'

describe('a page of 595 pt', () => {
  it('fits the room, and is no poster on a wide screen', () => {
    expect(scaleOf(null, 595, 627)).toBeCloseTo(1)
    expect(scaleOf(null, 595, 5000)).toBeCloseTo(2 * PX_A_PT)
    expect(scaleOf(1, 595, 100)).toBeCloseTo(PX_A_PT)
  })
  it('steps from what is shown', () => {
    expect(step(PX_A_PT, true)).toBe(1.25)
    expect(step(PX_A_PT, false)).toBe(0.8)
    expect(step(1, true)).toBe(0.8)
    expect(step(9 * PX_A_PT, true)).toBe(3)
    expect(step(0.1, false)).toBe(0.5)
  })
})

describe('pages of 1000 px with 10 between', () => {
  it.each([[0, 1], [650, 2], [1500, 2], [1_000_000, 5]])('at %i page %i is looked at', (scrolled, page) => {
    expect(pageAt(scrolled, 800, 1000, 10, 5)).toBe(page)
  })
  it('draws what is seen and a page on each side', () => {
    expect(near(0, 800, 1000, 10, 500)).toEqual([1, 2])
    expect(near(101_010, 800, 1000, 10, 500)).toEqual([100, 102])
    expect(near(0, 800, 1000, 10, 1)).toEqual([1, 1])
  })
})
