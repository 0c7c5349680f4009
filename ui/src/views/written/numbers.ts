/** Numbers by what they are about: what is printed, what it rests on, what the list says. It counts nothing. */
import type { Count, Facts, TypedCount } from '../../ipc'

/** A number of the case. */
export interface Standing {
  subject: string
  /** What is printed. */
  count: Count
  on: 'claim' | 'typed' | 'list'
  /** What the list says, where something else stands over it. */
  sum: Count | null
}

/** What stands for each subject: accounts, persons, their groups, records; then others that were typed in. */
export function standing(facts: Facts, typed: readonly TypedCount[]): Standing[] {
  const figured = (subject: string, it: Facts['accounts']): Standing => ({
    subject,
    count: it,
    on: it.claim != null ? 'claim' : it.typed ? 'typed' : 'list',
    sum: it.sum ?? null,
  })
  const groups = facts.persons.groups.map((it): Standing => ({
    subject: `persons.${it.group}`,
    count: it.count,
    on: it.claim != null ? 'claim' : it.computed ? 'list' : 'typed',
    sum: it.sum ?? null,
  }))
  const { distinct } = facts.records
  const records = [figured('records', facts.records), ...(distinct ? [figured('records.distinct', distinct)] : [])]
  const all = [figured('accounts', facts.accounts), figured('persons', facts.persons), ...groups, ...records]
  const others = typed.filter((it) => it.stands && it.party === null && !all.some((one) => one.subject === it.name))
  return [...all, ...others.map((it): Standing => ({ subject: it.name, count: it.count, on: 'typed', sum: null }))]
}
