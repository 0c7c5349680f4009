/** What stands in the cells of the list of accounts, in the reader's words. */
import { number } from '../lang/format'
import { say, word } from '../lang/phrases.svelte'
import type { Account, Count, ListColumn } from '../ipc/types'

/** A number of records in as few letters as a column has room for. */
export function countShort(it: Count): string {
  const n = { number: number(it.value ?? 0) }
  switch (it.qualifier) {
    case 'exact':
      return n.number
    case 'at_least':
      return say('list-at-least', n)
    case 'at_most':
      return say('list-at-most', n)
    case 'between':
      return say('list-between', { low: number(it.low), high: number(it.high ?? it.low) })
    case 'approximate':
      return say('list-about', n)
    default:
      return say('list-open')
  }
}

/** The header of a column. */
export const head = (column: ListColumn): string => say(`list-column-${column}`.replaceAll('_', '-'))

/** A time as stated, its day alone. */
const day = (text: string | null): string => text?.slice(0, 10) ?? '–'

/** The last names of a path: what tells it apart in a narrow column. */
export const tail = (path: string): string => path.split('/').at(-1) ?? path

/** A cell's text; what is not known is said, not left out. */
export function cell(account: Account, column: ListColumn): string {
  switch (column) {
    case 'address':
      return account.shown
    case 'name':
      return account.name ?? '–'
    case 'kind':
      return word('kind', account.kind)
    case 'status':
      return word('status', account.status)
    case 'ways':
      return account.ways.map((it) => word('way', it.way)).join(' · ') || '–'
    case 'region':
      return account.region === null ? say('list-no-region') : tail(account.region)
    case 'organisation':
      return account.organisation === null ? say('list-no-organisation') : tail(account.organisation)
    case 'residence':
      if (account.residence === null) return '–'
      return account.basis === null ? account.residence : `${account.residence} · ${word('list-basis', account.basis)}`
    case 'records':
      return account.records === null ? say('list-open') : countShort(account.records)
    case 'first_access':
      return day(account.first_access)
    case 'last_access':
      return day(account.last_access)
    case 'notes':
      return account.notes ?? '–'
    case 'import':
      return account.import === null ? '–' : number(account.import)
  }
}

/** Which of the few colours a region has: by the first name of its path, in the order of the regions. */
export const colour = (region: string, tops: readonly string[]): number =>
  Math.max(0, tops.indexOf(region.split('/')[0] ?? region)) % 5
