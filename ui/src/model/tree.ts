/** A tree as rows that can be walked: what is shown, at which depth, and where a key leads. */
import type { Branch } from '../ipc/types'

/** A row that is shown. */
export interface Shown {
  branch: Branch
  /** From 1. */
  level: number
  /** Its place among its siblings, from 1. */
  place: number
  /** How many siblings there are, itself among them. */
  of: number
  hasChildren: boolean
  open: boolean
}

/** The rows that are shown: all, but what lies below a closed one. */
export function shown(branches: readonly Branch[], closed: ReadonlySet<number>): Shown[] {
  const known = new Set(branches.map((it) => it.id))
  const below = new Map<number | null, Branch[]>()
  for (const branch of branches) {
    const parent = branch.parent !== null && known.has(branch.parent) ? branch.parent : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(branch)
    else below.set(parent, [branch])
  }
  const rows: Shown[] = []
  const walk = (parent: number | null, level: number): void => {
    const siblings = below.get(parent) ?? []
    siblings.forEach((branch, at) => {
      const hasChildren = below.has(branch.id)
      const open = hasChildren && !closed.has(branch.id)
      rows.push({ branch, level, place: at + 1, of: siblings.length, hasChildren, open })
      if (open) walk(branch.id, level + 1)
    })
  }
  walk(null, 1)
  return rows
}

/** Where a key leads, and what it opens or closes; `null`: the key means nothing here. */
export interface Step {
  to: number
  toggle?: number
}

/** What an arrow, Home or End does at a row. */
export function step(rows: readonly Shown[], at: number, key: string): Step | null {
  const row = rows[at]
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(at + 1, last) }
    case 'ArrowUp':
      return { to: Math.max(at - 1, 0) }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: last }
    case 'ArrowRight':
      if (!row?.hasChildren) return { to: at }
      return row.open ? { to: at + 1 } : { to: at, toggle: row.branch.id }
    case 'ArrowLeft':
      if (row?.open) return { to: at, toggle: row.branch.id }
      return { to: Math.max(above(rows, at), 0) }
    default:
      return null
  }
}

/** The row above in the tree; itself at the top. */
function above(rows: readonly Shown[], at: number): number {
  const level = rows[at]?.level ?? 1
  for (let up = at - 1; up >= 0; up -= 1) if ((rows[up]?.level ?? 1) < level) return up
  return at
}

/** Under which node one step to the right hangs a node: its sibling above. `undefined`: there is none. */
export function inward(branches: readonly Branch[], id: number): Branch | undefined {
  const node = branches.find((it) => it.id === id)
  const siblings = branches.filter((it) => it.parent === node?.parent)
  return siblings[siblings.findIndex((it) => it.id === id) - 1]
}

/** Which place a node has among its siblings one step up (-1) or down (1), from 0. `undefined`: there is none. */
export function beside(branches: readonly Branch[], id: number, by: -1 | 1): number | undefined {
  const node = branches.find((it) => it.id === id)
  const siblings = branches.filter((it) => it.parent === node?.parent)
  const to = siblings.findIndex((it) => it.id === id) + by
  return node && to >= 0 && to < siblings.length ? to : undefined
}

/** Under which node one step to the left hangs a node; `null`: at the root. `undefined`: it stands there already. */
export function outward(branches: readonly Branch[], id: number): Branch | null | undefined {
  const parent = branches.find((it) => it.id === branches.find((node) => node.id === id)?.parent)
  if (!parent) return undefined
  return branches.find((it) => it.id === parent.parent) ?? null
}

/** Where one stands when a row has gone: the one after it, else the one before. */
export function neighbour(rows: readonly Shown[], id: number): number | null {
  const at = rows.findIndex((row) => row.branch.id === id)
  return (rows[at + 1] ?? rows[at - 1])?.branch.id ?? null
}

/** Nodes that one may be hung under or merged into: none that hangs below it, nor itself. */
export function targets(branches: readonly Branch[], id: number): Branch[] {
  const barred = new Set([id])
  for (let grew = true; grew; ) {
    const more = branches.filter((it) => it.parent !== null && barred.has(it.parent) && !barred.has(it.id))
    more.forEach((it) => barred.add(it.id))
    grew = more.length > 0
  }
  return branches.filter((it) => !barred.has(it.id))
}

/** A path as it is named: from the root, with slashes. */
export const pathOf = (branch: Pick<Branch, 'path'>): string => branch.path.join('/')
