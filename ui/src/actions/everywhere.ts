/** Actions of the whole window: places, undo, the palette, language and theme, the book. */
import { booksClose } from '../ipc'
import { desk, PLACES, type Place } from '../state/desk.svelte'
import { canWrite, inCase, type Action } from './action'

const place = (id: Place, at: number): Action => ({
  id: `go-${id}`,
  keys: `Alt+${at}`,
  can: inCase,
  run: () => desk.go(id),
})

/** Closes the book and goes back to the start. */
export async function closeBook(): Promise<void> {
  await desk.try(async () => {
    await booksClose()
    await desk.refresh()
    desk.leave()
  })
}

export const EVERYWHERE: readonly Action[] = [
  { id: 'palette', keys: 'Mod+K', run: () => void (desk.palette = !desk.palette) },
  ...PLACES.map((id, at) => place(id, at + 1)),
  { id: 'go-cases', keys: 'Mod+O', can: () => desk.state?.book != null, run: () => desk.leave() },
  { id: 'go-settings', keys: 'Mod+,', run: () => desk.go('settings') },
  { id: 'undo', keys: 'Mod+Z', can: () => canWrite() && desk.overview?.next.undo != null, run: () => desk.undo() },
  { id: 'redo', keys: 'Mod+Shift+Z', can: () => canWrite() && desk.overview?.next.redo != null, run: () => desk.redo() },
  { id: 'theme', run: () => desk.set({ theme: desk.theme === 'dark' ? 'light' : 'dark' }) },
  { id: 'close-book', keys: 'Mod+W', can: () => desk.state?.book != null, run: closeBook },
]
