/** How a file was read, in words: of a file looked at, and of the record that an import keeps. */
import type { Recognised, TypedConflict } from '../../ipc'
import { count, number } from '../../lang/format'
import { say, word } from '../../lang/phrases.svelte'
import { subjectName } from '../written/words'

const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** Encodings are names; they are written as their standards do. */
const encoding = (name: string): string => name.replace(/^utf/, 'UTF').replace(/^windows/, 'Windows').replace(/le$/, 'LE').replace(/be$/, 'BE')

/** A container or a kind in words. */
export const known = (list: 'container' | 'kind', id: string): string => word(`import-${list}`, id)

/** What was recognised, part by part. */
export function recognised(how: Recognised): string[] {
  const delimiter = how.delimiter
  const named = delimiter === undefined ? undefined : DELIMITERS[delimiter]
  return [
    known('container', how.container),
    known('kind', how.kind),
    how.encoding ? encoding(how.encoding) : '',
    delimiter === undefined ? '' : named ? say(`import-delimiter-${named}`) : say('import-delimiter-other', { delimiter }),
    how.sheet ? say('import-sheet-named', { sheet: how.sheet }) : '',
    how.sheets_alike ? say('import-sheets-alike', { sheets: how.sheets_alike.join(', ') }) : '',
    how.within ? say('import-within', { file: how.within.file }) : '',
    how.sheets_hidden ? say('import-sheets-hidden', { sheets: how.sheets_hidden.join(', ') }) : '',
    how.hidden_rows ? say('import-hidden-rows', { n: how.hidden_rows }) : '',
    how.header_line === null ? say('import-no-header') : say('import-header-line', { line: number(how.header_line) }),
  ].filter((it) => it !== '')
}

/** A number that was typed in, and what the list says instead. */
export const contradicted = (it: TypedConflict): string =>
  say('import-typed-contradicted', { name: it.whose ? `${subjectName(it.name)} (${it.whose})` : subjectName(it.name), typed: count(it.typed.count), computed: count(it.computed) })

/** What came, or would come, of a list that only fills accounts that are there; of another one nothing. */
export const filled = (rows: { merged: number; unmatched?: number }, dry = false): string[] =>
  rows.unmatched === undefined ? [] : [say(dry ? 'import-filled-dry' : 'import-filled', { n: rows.merged }), say('import-without-account', { n: rows.unmatched })]

/** All sheets of a workbook, the one that is read first. */
export const sheets = (how: Recognised): string[] => (how.sheet === undefined ? [] : [how.sheet, ...(how.sheets_alike ?? []), ...(how.sheets_not_read ?? [])])

/** The reading that a record keeps; none where it is not legible. */
export function kept(reading: string): Recognised | null {
  try {
    const read = JSON.parse(reading) as Partial<Recognised>
    return read.container !== undefined && read.kind !== undefined && Array.isArray(read.columns) ? (read as Recognised) : null
  } catch {
    return null
  }
}
