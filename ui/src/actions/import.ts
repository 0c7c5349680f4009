/** Actions of the place: import. */
import type { WrittenFile } from '../ipc'
import { say } from '../lang/phrases.svelte'
import { desk } from '../state/desk.svelte'
import { importing } from '../state/importing.svelte'
import { canWrite, type Action } from './action'

/** Goes to the imports and asks for files. */
export async function chooseFiles(): Promise<void> {
  if (await desk.go('import')) await importing.choose()
}

/** Puts the focus on the first question that a file leaves open. */
export function toQuestion(): void {
  const asked = document.querySelector<HTMLElement>('[data-open] input, [data-open] select')
  asked?.scrollIntoView({ block: 'center' })
  asked?.focus()
}

/** Why nothing of a file can be taken in. */
export const useless = ({ file, rejected, unmatched }: WrittenFile): string =>
  unmatched === undefined ? say('import-useless', { file, rejected }) : say('import-useless-filled', { file, rejected, unmatched })

/** The last import that still stands. */
const standing = (): number | null => importing.past?.find((it) => !it.taken_back)?.id ?? null
/** The import whose problems are meant: the one just made, else the latest that has any. */
const withProblems = (): number | null => {
  if (importing.done?.import != null && importing.done.problems_total > 0) return importing.done.import
  return importing.past?.find((it) => it.problems > 0)?.id ?? null
}
/** Why nothing is imported yet, of what was picked. */
function notYet(): string | null {
  if (!canWrite() || importing.done !== null || importing.files.length === 0) return null
  if (importing.running === 'import') return say('import-wait')
  if (importing.running === 'try') return say('import-wait-try')
  if (importing.looking) return say('import-wait-look')
  if (importing.open.length > 0) return say('import-answer-first', { n: importing.open.length })
  if (importing.readable.length === 0) return say('import-none-readable')
  if (importing.tried === null) return say('import-try-large')
  const idle = importing.tried.files.find((it) => it.new + it.merged === 0)
  return idle ? useless(idle) : null
}
const on = (id: () => number | null, what: (id: number) => Promise<void>) => async () => {
  const found = id()
  if (found !== null) await what(found)
}

export const IMPORT: readonly Action[] = [
  { id: 'import-choose', keys: 'Mod+I', can: () => canWrite() && !importing.busy, run: chooseFiles },
  { id: 'import-try', keys: 'Mod+Shift+Enter', place: 'import', can: () => canWrite() && importing.ready, run: () => importing.try() },
  {
    id: 'import-run',
    keys: 'Mod+Enter',
    place: 'import',
    can: () => canWrite() && importing.ready && importing.usable,
    why: notYet,
    run: () => importing.run(),
  },
  { id: 'import-question', place: 'import', can: () => importing.open.length > 0, run: toQuestion },
  { id: 'import-cancel', keys: 'Mod+.', can: () => importing.busy, run: () => importing.cancel() },
  {
    id: 'import-enrich',
    place: 'import',
    can: () => canWrite() && importing.readable.length > 0 && importing.done === null && importing.running === null,
    run: () => importing.fill(!importing.enrich),
  },
  {
    id: 'import-clear',
    place: 'import',
    can: () => importing.files.length > 0 && importing.running === null,
    run: () => importing.clear(),
  },
  {
    id: 'import-problems',
    place: 'import',
    can: () => withProblems() !== null,
    run: on(withProblems, (id) => importing.exportProblems(id)),
  },
  {
    id: 'import-take-back',
    place: 'import',
    can: () => canWrite() && !importing.busy && standing() !== null,
    run: on(standing, (id) => importing.takeBack(id)),
  },
]
