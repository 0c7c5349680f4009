/** What somebody types, as the page itself knows it: which fields hold text, what stood in them first. It keeps nothing. */

const WITHOUT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color', 'hidden', 'image'])

/** A field that holds text. */
export type TextField = HTMLInputElement | HTMLTextAreaElement

/** Whether something is a field that text is typed into. */
export const isText = (it: unknown): it is TextField =>
  it instanceof HTMLTextAreaElement || (it instanceof HTMLInputElement && !WITHOUT_TEXT.has(it.type))

/** What stood in a field when it had the focus first, and the fields in which somebody has typed since. */
const first = new WeakMap<TextField, string>()
const touched = new WeakSet<TextField>()

/** A field has the focus: what stands in it is what it began with, until somebody types there. */
export function met(it: unknown): void {
  if (isText(it) && !touched.has(it)) first.set(it, it.value)
}

/** Somebody types in a field. */
export function touch(it: unknown): void {
  if (isText(it)) touched.add(it)
}

const differs = (it: Element): boolean => isText(it) && touched.has(it) && it.value !== (first.get(it) ?? '')

/** Whether something was typed in a part of the page that stands there still. */
export const typedIn = (part: Element): boolean => [...part.querySelectorAll('input, textarea')].some(differs)

/** The field with the focus, where it keeps its text when it is left: in most dialogs it is the dialog that keeps it. */
export function focused(): TextField | null {
  const here = document.activeElement
  return isText(here) && here.closest('[data-loses^="text"]') === null ? here : null
}

/** How many dialogs were opened so far. */
let layers = 0

/** Lays what was opened last over what was opened before, wherever it stands in the page. */
export function overAll(...parts: (HTMLElement | null)[]): void {
  layers += 1
  for (const it of parts) if (it) it.style.zIndex = String(20 + layers)
}

/** What of a dialog is lost when it goes: everything typed; nothing where it is itself the way to elsewhere; nothing ever. */
export type Loses = 'text' | 'text-but-on-its-way' | 'nothing'

/** The titles of the dialogs in which something was typed that going would lose. */
export function typedDialogs(going: boolean): string[] {
  const losing = [...document.querySelectorAll<HTMLElement>('[data-loses]')].filter((it) => {
    const loses = it.dataset['loses'] as Loses
    return loses === 'text' || (loses === 'text-but-on-its-way' && !going)
  })
  return losing.filter(typedIn).map((it) => it.dataset['titled'] ?? '')
}
