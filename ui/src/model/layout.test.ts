/** Layouts: kept ones are read, whatever became of them; the last column stays. */
import { expect, it } from 'vitest'

import { DEFAULT, moved, NARROWEST, read, shown, stepped, WIDEST, widened } from './layout'

const names = (layout: readonly { id: string; shown: boolean }[]) => layout.filter((it) => it.shown).map((it) => it.id)

it('reads nothing, junk and damage as the default', () => {
  for (const kept of [undefined, null, 'x', [], [1, null], [{ id: 'nonsense' }]]) expect(read(kept)).toEqual(DEFAULT)
})

it('keeps order, widths and what is shown; what is new is added hidden', () => {
  const layout = read([{ id: 'status', width: 100, shown: true }, { id: 'address', width: 1e9, shown: true }])
  expect(names(layout)).toEqual(['status', 'address'])
  expect(layout[1]?.width).toBe(WIDEST)
  expect(layout).toHaveLength(DEFAULT.length)
})

it('never hides the last column', () => {
  const one = read([{ id: 'name', width: 100, shown: true }])
  expect(names(shown(one, 'name', false))).toEqual(['name'])
  expect(names(read([{ id: 'name', width: 100, shown: false }]))).toHaveLength(1)
})

it('moves among the shown ones past hidden ones', () => {
  expect(names(moved(DEFAULT, 'address', 1, true)).slice(0, 2)).toEqual(['region', 'address'])
  expect(names(moved(DEFAULT, 'address', -1, true))[0]).toBe('address')
  expect(moved(DEFAULT, 'address', 1)[0]?.id).toBe('name')
})

it('widens within bounds', () => {
  expect(widened(DEFAULT, 'address', 1)[0]?.width).toBe(NARROWEST)
  expect((stepped(DEFAULT, 'address', 2)[0]?.width ?? 0) - (DEFAULT[0]?.width ?? 0)).toBe(32)
})
