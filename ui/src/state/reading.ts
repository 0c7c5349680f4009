/** How files are to be read, as plain values: corrections of columns, what is still to be asked, rates and sums. */
import type { ChosenFile, DateOrder, FileLook, FileToRead, Look } from '../ipc/types'

/** A file that was picked, and what is said of it alone. */
export interface Picked {
  chosen: ChosenFile
  /** Column, counted from 0, to field: only what differs from what was recognised. */
  fields: Record<number, string>
  /** The columns as they were recognised before anybody corrected one. */
  guessed: string[] | null
  order: DateOrder | null
  sheet: string | null
}

/** A file newly picked. */
export const picked = (chosen: ChosenFile): Picked => ({ chosen, fields: {}, guessed: null, order: null, sheet: null })

/** The field of a column that is not kept. */
export const NOT_KEPT = 'ignore'

/** What each column was taken for, as `--map` would name it. */
export function fieldsOf(look: Look, kinds: readonly string[]): string[] {
  return look.how.columns.map((column) => {
    if (column.field === null) return NOT_KEPT
    const kind = column.key_kind
    return kind !== undefined && kinds.includes(kind) ? kind : column.field
  })
}

/** The corrections after another one; one that says what was recognised anyway is none. */
export function corrected(file: Picked, at: number, field: string): Record<number, string> {
  const { [at]: _, ...others } = file.fields
  return file.guessed?.[at] === field ? others : { ...others, [at]: field }
}

/** The corrections as the shell takes them: by header where it is one column's alone, else by number. */
export function asMap(file: Picked, headers: readonly string[]): [string, string][] {
  const name = (at: number): string => {
    const header = headers[at]
    const alone = header !== undefined && headers.filter((it) => it === header).length === 1
    return alone ? header : `#${at + 1}`
  }
  return Object.entries(file.fields).map(([at, field]) => [name(Number(at)), field])
}

/** A file as the shell takes it. */
export function toRead(file: Picked, look: FileLook | undefined): FileToRead {
  const headers = look?.look?.how.columns.map((it) => it.header) ?? []
  return { token: file.chosen.token, map: asMap(file, headers), date_order: file.order, sheet: file.sheet, kind: null }
}

/** What is to be said of a file before it can be imported. */
export function openQuestions(file: Picked, look: FileLook | undefined): ('key' | 'dates')[] {
  if (!look?.look) return []
  const open: ('key' | 'dates')[] = []
  if (look.look.keyless) open.push('key')
  if (look.look.dates.length > 0 && file.order === null) open.push('dates')
  return open
}

/** Rows a second so far; none before there is anything to tell. */
export const rate = (rows: number, milliseconds: number): number | null =>
  rows > 0 && milliseconds >= 200 ? Math.round((rows * 1000) / milliseconds) : null

/** Whether every row that was read is accounted for. */
export const reconciles = (rows: { read: number; new: number; merged: number; rejected: number; unmatched?: number }): boolean =>
  rows.read === rows.new + rows.merged + rows.rejected + (rows.unmatched ?? 0)

/** The phrase of a sum of rows: where accounts were only to be filled, rows without an account are a part of it. */
export const summed = (phrase: string, rows: { unmatched?: number }): string => (rows.unmatched === undefined ? phrase : `${phrase}-filled`)

/** What of a list is not read where accounts are only filled: a directory makes nobody affected. */
export const UNREAD_WHEN_FILLING: ReadonlySet<string> = new Set(['status', 'way'])

/** Who collected the files, when and with what query, as one text. */
export const collected = (parts: readonly string[]): string | null =>
  parts.map((it) => it.trim()).filter((it) => it !== '').join('; ') || null

/** Files of the same bytes among those picked: the later one's token to the earlier one's name. */
export function twins(files: readonly Picked[], looks: ReadonlyMap<number, FileLook>): Map<number, string> {
  const first = new Map<string, string>()
  const found = new Map<number, string>()
  for (const file of files) {
    const hash = looks.get(file.chosen.token)?.look?.sha256
    if (hash === undefined) continue
    const name = first.get(hash)
    if (name === undefined) first.set(hash, file.chosen.name)
    else found.set(file.chosen.token, name)
  }
  return found
}
