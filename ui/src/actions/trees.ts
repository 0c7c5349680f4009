/** Actions of the places with a tree: organisations and regions. */
import type { Tree } from '../ipc'
import { desk } from '../state/desk.svelte'
import { beside, inward, outward, targets } from '../model/tree'
import { trees } from '../state/trees.svelte'
import { canWrite, type Action } from './action'

const fresh = (tree: Tree): Action => ({
  id: `tree-new-${tree}`,
  keys: 'Shift+N',
  place: `${tree}s`,
  within: `[data-tree="${tree}"]`,
  can: canWrite,
  run: () => trees.begin(false, tree),
})

/** One stands at a node that can be changed. */
const atNode = (): boolean =>
  canWrite() && (desk.place === 'regions' || desk.place === 'organisations') && trees.node !== null && trees.naming === null
const id = (): number => trees.node?.id ?? 0
const within = '[data-tree]'
const hasSiblings = (): boolean => beside(trees.branches, id(), -1) !== undefined || beside(trees.branches, id(), 1) !== undefined

export const TREES: readonly Action[] = [
  fresh('organisation'),
  fresh('region'),
  { id: 'tree-child', keys: 'N', within, can: atNode, run: () => trees.begin(true) },
  { id: 'tree-rename', keys: 'F2', within, can: atNode, run: () => trees.rename() },
  { id: 'tree-move', keys: 'V', within, can: atNode, run: () => void (trees.asking = 'move') },
  {
    id: 'tree-in',
    keys: 'Alt+ArrowRight',
    within,
    can: () => atNode() && inward(trees.branches, id()) !== undefined,
    run: () => trees.shift('in'),
  },
  {
    id: 'tree-out',
    keys: 'Alt+ArrowLeft',
    within,
    can: () => atNode() && outward(trees.branches, id()) !== undefined,
    run: () => trees.shift('out'),
  },
  {
    id: 'tree-up',
    keys: 'Alt+ArrowUp',
    within,
    can: () => atNode() && hasSiblings(),
    run: () => trees.place(-1),
  },
  {
    id: 'tree-down',
    keys: 'Alt+ArrowDown',
    within,
    can: () => atNode() && hasSiblings(),
    run: () => trees.place(1),
  },
  {
    id: 'tree-merge',
    keys: 'M',
    within,
    can: () => atNode() && targets(trees.branches, id()).length > 0,
    run: () => void (trees.asking = 'merge'),
  },
  { id: 'tree-remove', keys: 'Delete', within, can: atNode, run: () => trees.remove() },
  { id: 'tree-code', keys: 'C', within, can: atNode, run: () => void (trees.asking = 'code') },
]
