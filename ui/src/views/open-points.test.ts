/** What is open: a typed number that the list contradicts is a point of its own, and says whose it is. */
import { beforeAll, describe, expect, it } from 'vitest'

import type { Count, Overview, Pending } from '../ipc/types'
import { phrases } from '../lang/phrases.svelte'
import { openPoints } from './open-points'

const of = (value: number): Count => ({ value, qualifier: 'exact', low: value, high: value, unit: 'account', unknown_parts: 0 })
const typed = (name: string, party: string | null): Pending => ({ kind: 'typed_count', name, typed: of(9), computed: of(11), party })

describe('what is open', () => {
  beforeAll(() => phrases.speak('en'))

  it('names a typed number that the list contradicts, and leads to where one of the two is adopted', () => {
    const pending = [typed('accounts', null), typed('accounts', 'Fjord AS'), typed('records.distinct', null)]
    const found = openPoints({ pending, file: { zone: 'UTC' } } as unknown as Overview)
    expect(found.map((it) => it.text)).toEqual([
      'Accounts: 9 was entered by hand, the list says 11.',
      'Accounts (Fjord AS): 9 was entered by hand, the list says 11.',
      'Distinct messages: 9 was entered by hand, the list says 11.',
    ])
    expect(new Set(found.map((it) => it.id)).size).toBe(3)
    expect(found.every((it) => it.place === 'timeline')).toBe(true)
  })
})
