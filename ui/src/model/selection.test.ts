/** What is chosen: by id, or everything but some. */
import { expect, it } from 'vitest'

import { again, EVERYTHING, holds, joined, NOTHING, size, toggled } from './selection'

it('takes one in and out again', () => {
  const one = toggled(NOTHING, 7)
  expect([holds(one, 7), size(one, 1_000_000), holds(toggled(one, 7), 7)]).toEqual([true, 1, false])
})

it('takes one out of everything without listing the rest', () => {
  const all = toggled(EVERYTHING, 7)
  expect([holds(all, 7), holds(all, 8), size(all, 1_000_000), all.ids.size]).toEqual([false, true, 999_999, 1])
  expect(size(joined(all, [7, 8]), 1_000_000)).toBe(1_000_000)
})

it('adds a range to what was chosen before', () => {
  const some = joined(toggled(NOTHING, 1), [2, 3])
  expect([...some.ids]).toEqual([1, 2, 3])
})

it('forgets exceptions where the list holds others now', () => {
  const all = toggled(EVERYTHING, 7)
  expect(again(all, 10, 9)).toBe(NOTHING)
  expect(again(all, 10, 10)).toBe(all)
  expect(again(EVERYTHING, 10, 9)).toBe(EVERYTHING)
})
