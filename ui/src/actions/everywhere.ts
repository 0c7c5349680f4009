/** Actions of the whole window: places, undo, the palette, language and theme, the book. */
import { books } from '../state/books.svelte'
import { desk, PLACES, type Place } from '../state/desk.svelte'
import { canWrite, inCase, type Action } from './action'

const place = (id: Place, at: number): Action => ({
  id: `go-${id}`,
  keys: `Alt+${at}`,
  can: inCase,
  run: async () => void (await desk.go(id)),
})

export const EVERYWHERE: readonly Action[] = [
  { id: 'palette', keys: 'Mod+K', run: () => void (desk.palette = !desk.palette) },
  ...PLACES.map((id, at) => place(id, at + 1)),
  { id: 'go-cases', keys: 'Mod+O', can: () => desk.state?.book != null, run: () => desk.leave() },
  { id: 'go-settings', keys: 'Mod+,', run: async () => void (await desk.go('settings')) },
  { id: 'undo', keys: 'Mod+Z', can: () => canWrite() && desk.overview?.next.undo != null, run: () => desk.undo() },
  { id: 'redo', keys: 'Mod+Shift+Z', can: () => canWrite() && desk.overview?.next.redo != null, run: () => desk.redo() },
  { id: 'new-case', keys: 'Mod+N', can: () => desk.state?.book == null || desk.writable, run: () => books.newCase() },
  { id: 'open-book', keys: 'Mod+Shift+O', run: () => books.choose() },
  { id: 'samples', run: () => books.samples() },
  { id: 'theme', run: () => desk.set({ theme: desk.theme === 'dark' ? 'light' : 'dark' }) },
  { id: 'close-book', keys: 'Mod+W', can: () => desk.state?.book != null, run: () => books.close() },
]
