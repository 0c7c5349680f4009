/** The tree one looks at: its nodes, where one stands in it, what is being done to it. */
import { treesChange, treesHistory, treesList, type Branch, type Deed, type Tree, type TreeChange } from '../ipc'
import { say } from '../lang/phrases.svelte'
import { desk } from './desk.svelte'
import { alsoLoses, keeping } from './keeping.svelte'
import { ofCase } from './scope.svelte'
import { beside, inward, neighbour, outward, pathOf, shown } from '../model/tree'

/** A name that is being typed: of a node that is there (`id`), or of a new one beneath another. */
export interface Naming {
  tree: Tree
  id: number | null
  parent: number | null
  /** What was typed and refused. */
  text?: string
}

class Trees {
  tree = $state<Tree>('region')
  branches = $state.raw<Branch[]>([])
  /** Lists what stands in no node. */
  without = $state<string | null>(null)
  current = $state<number | null>(null)
  closed = $state.raw<ReadonlySet<number>>(new Set())
  naming = $state.raw<Naming | null>(null)
  /** What is asked for the current node, in a dialog. */
  asking = $state<'merge' | 'move' | 'code' | 'used' | null>(null)
  history = $state.raw<Deed[]>([])
  wrong = $state<string | null>(null)
  /** The tree as it was read first: until then nothing is shown, not even that it is empty. */
  read = $state<Tree | null>(null)

  /** Where one stands once the current node has gone. */
  #heir: number | null = null
  /** A name is being taken: Enter takes it, and so does leaving its field. */
  #taking = false

  readonly rows = $derived(shown(this.branches, this.closed))
  readonly node = $derived(this.branches.find((it) => it.id === this.current) ?? null)

  /** Reads a tree, and stays where one stood in it. */
  async load(tree: Tree): Promise<void> {
    if (desk.caseId === null) return
    const grown = await treesList({ case: desk.caseId, tree })
    this.tree = tree
    this.branches = grown.branches
    this.without = grown.without
    this.read = tree
    if (!this.node) this.current = this.#heir ?? this.rows[0]?.branch.id ?? null
    await this.tell()
  }

  /** Reads what was done to the current node. */
  async tell(): Promise<void> {
    const [id, node] = [desk.caseId, this.current]
    const deeds = id === null || node === null ? [] : await treesHistory({ case: id, tree: this.tree, node })
    if (node === this.current) this.history = deeds
  }

  /** Stands at a node. */
  stand(id: number): void {
    if (this.current === id) return
    this.current = id
    void desk.try(() => this.tell())
  }

  /** Opens or closes what hangs beneath a node. */
  toggle(id: number): void {
    const closed = new Set(this.closed)
    if (!closed.delete(id)) closed.add(id)
    this.closed = closed
  }

  /** Begins a new node beneath the current one, or at the top. */
  begin(beneath: boolean, tree: Tree = this.tree): void {
    this.wrong = null
    const parent = beneath ? this.current : null
    if (parent !== null && this.closed.has(parent)) this.toggle(parent)
    this.naming = { tree, id: null, parent }
  }

  /** Begins to rename the current node. */
  rename(): void {
    this.wrong = null
    if (this.current !== null) this.naming = { tree: this.tree, id: this.current, parent: null }
  }

  /** Takes the name that was typed; one that is refused stays to be typed over. */
  async named(name: string): Promise<void> {
    const naming = this.naming
    if (!naming || this.#taking) return
    this.#taking = true
    await keeping.save(this.#name(naming, name).catch(() => undefined), () => this.naming === null)
    this.#taking = false
    if (this.naming) this.naming = { ...this.naming, text: name }
  }

  async #name(naming: Naming, name: string): Promise<void> {
    const node = this.branches.find((it) => it.id === naming.id)
    if (node) {
      if (name.trim() === node.name || (await this.change({ rename: [pathOf(node), name] }, 'deed-node-rename'))) this.naming = null
      return
    }
    const parent = this.branches.find((it) => it.id === naming.parent)
    const path = [...(parent?.path ?? []), name.trim()]
    if (!(await this.change({ make: path.join('/') }, 'deed-node-make'))) return
    this.naming = null
    const made = this.branches.find((it) => pathOf(it) === path.join('/'))
    if (made) this.stand(made.id)
  }

  /** Hangs the current node one step further in, or out. */
  async shift(further: 'in' | 'out'): Promise<void> {
    const node = this.node
    if (!node) return
    const under = further === 'in' ? inward(this.branches, node.id) : outward(this.branches, node.id)
    if (under === undefined) return
    if (under && this.closed.has(under.id)) this.toggle(under.id)
    const moved = await this.change({ hang: [pathOf(node), under && pathOf(under)] }, 'deed-node-hang')
    if (!moved && this.wrong) desk.notice = { kind: 'refused', text: this.wrong }
  }

  /** Puts the current node one place further up or down among its siblings. */
  async place(by: -1 | 1): Promise<void> {
    const node = this.node
    const to = node ? beside(this.branches, node.id, by) : undefined
    if (!node || to === undefined) return
    const placed = await this.change({ place: [pathOf(node), to] }, 'deed-node-place')
    if (!placed && this.wrong) desk.notice = { kind: 'refused', text: this.wrong }
  }

  /** Takes the current node out; one that is used stays, and what can be done instead is offered. */
  async remove(): Promise<void> {
    const node = this.node
    if (!node) return
    this.#heir = neighbour(this.rows, node.id)
    if (!(await this.change({ remove: pathOf(node) }, 'deed-node-remove'))) this.asking = 'used'
    this.#heir = null
  }

  /** Changes the tree; a refusal is kept, to be shown where it was asked. Whether it was done. */
  async change(change: TreeChange, deed: string): Promise<boolean> {
    const [id, tree] = [desk.caseId, this.tree]
    if (id === null) return false
    this.wrong = null
    try {
      const { changed } = await treesChange({ case: id, tree, change })
      if (changed === 0 && 'make' in change) {
        this.wrong = say('error-node-exists')
        return false
      }
      await desk.changed(say('trees-done', { deed: say(deed), n: changed }))
      await this.load(tree)
      return true
    } catch (cause) {
      this.wrong = desk.worded(cause)
      return false
    }
  }
}

export const trees = ofCase(() => new Trees())
alsoLoses(() => (trees.naming?.text === undefined ? [] : [say('leave-name', { name: trees.naming.text })]))
