/** Walking a tree. */
import { describe, expect, it } from 'vitest'

import type { Branch } from '../ipc/types'
import { beside, inward, neighbour, outward, shown, step, targets } from './tree'

const node = (id: number, parent: number | null, name: string): Branch => ({
  id,
  parent,
  name,
  code: null,
  path: [name],
  filter: null,
  own_filter: null,
})
const TREE = [node(1, null, 'Nordics'), node(2, null, 'Iberia'), node(3, 1, 'Oslo'), node(4, 3, 'Port'), node(5, 1, 'Bergen')]
const names = (closed: number[]): string[] => shown(TREE, new Set(closed)).map((it) => it.branch.name)

describe('a tree', () => {
  it('shows children beneath their parent, and nothing beneath what is closed', () => {
    expect(names([])).toEqual(['Nordics', 'Oslo', 'Port', 'Bergen', 'Iberia'])
    expect(names([1])).toEqual(['Nordics', 'Iberia'])
    const oslo = shown(TREE, new Set()).find((it) => it.branch.name === 'Oslo')
    expect(oslo).toMatchObject({ level: 2, place: 1, of: 2, hasChildren: true, open: true })
  })

  it('shows a node whose parent is missing at the top', () => {
    expect(shown([node(9, 77, 'Stray')], new Set())[0]?.level).toBe(1)
  })

  it('is walked with the arrows', () => {
    const rows = shown(TREE, new Set([3]))
    expect(step(rows, 0, 'ArrowUp')).toEqual({ to: 0 })
    expect(step(rows, 0, 'ArrowRight')).toEqual({ to: 1 })
    expect(step(rows, 1, 'ArrowRight')).toEqual({ to: 1, toggle: 3 })
    expect(step(rows, 2, 'ArrowLeft')).toEqual({ to: 0 })
    expect(step(rows, 0, 'ArrowLeft')).toEqual({ to: 0, toggle: 1 })
    expect(step(rows, 0, 'End')).toEqual({ to: 3 })
    expect(step(rows, 3, 'x')).toBeNull()
  })

  it('lets a node be hung one step further in or out', () => {
    expect(inward(TREE, 5)?.name).toBe('Oslo')
    expect(inward(TREE, 3)).toBeUndefined()
    expect(outward(TREE, 4)?.name).toBe('Nordics')
    expect(outward(TREE, 3)).toBeNull()
    expect(outward(TREE, 1)).toBeUndefined()
  })

  it('lets a node change places with its siblings alone', () => {
    expect(beside(TREE, 5, -1)).toBe(0)
    expect(beside(TREE, 3, -1)).toBeUndefined()
    expect(beside(TREE, 1, 1)).toBe(1)
    expect(beside(TREE, 2, 1)).toBeUndefined()
  })

  it('says where one stands when a row has gone', () => {
    const rows = shown(TREE, new Set())
    expect(neighbour(rows, 4)).toBe(5)
    expect(neighbour(rows, 2)).toBe(5)
    expect(neighbour(shown([node(1, null, 'Nordics')], new Set()), 1)).toBeNull()
  })

  it('never lets a node hang below itself', () => {
    expect(targets(TREE, 1).map((it) => it.name)).toEqual(['Iberia'])
  })
})
