/** What a form asks of a case. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { FieldRow, HeldRow } from '../ipc/types'
import { add, change, changes, draftOf, isAbout, remove, rowOf, set } from './setting'

const FIELDS: FieldRow[] = [
  { field: 'subject', type: 'subject', required: true, words: [] },
  { field: 'count', type: 'count', required: true, words: [] },
  { field: 'said', type: 'time', required: false, words: [] },
  { field: 'adopted', type: 'yes_or_no', required: false, words: [] },
]
const ROW: HeldRow = {
  id: 3,
  kept: false,
  fields: {
    subject: 'records',
    count: { value: 60000, qualifier: 'at_least', low: 60000, high: null, unit: 'email', unknown_parts: 0 },
    said: { from: '2026-11-24T08:00:00Z', until: '2026-11-24T08:00:00Z', precision: 'minute', original: '2026-11-24T09:00+01:00' },
    adopted: false,
  },
}

describe('settings', () => {
  it('have four forms, and name a party only where there is one', () => {
    expect(set('title', 'A=B')).toEqual({ ask: 'set', key: 'title', value: 'A=B' })
    expect(set('risk', { value: 'high' }, 4)).toEqual({ ask: 'set', key: 'risk', value: { value: 'high' }, party: 4 })
    expect(add('claim', { a: 'x "y"' })).toEqual({ ask: 'add', key: 'claim', row: { a: 'x "y"' } })
    expect(change('claim', 3, 'adopted', 'yes')).toEqual({ ask: 'change', key: 'claim', id: 3, field: 'adopted', value: 'yes' })
    expect(remove('claim', 3)).toEqual({ ask: 'remove', key: 'claim', id: 3 })
  })

  it('are those that Rust reads', () => {
    const wire = JSON.parse(readFileSync(new URL('../../../tests/wire/settings.json', import.meta.url), 'utf8')) as unknown
    expect([
      set('title', 'A=B'),
      set('risk', { value: 'high' }, 4),
      add('claim', { source: 'x "y"', at_least: 9 }),
      change('claim', 3, 'adopted', 'yes'),
      remove('claim', 3),
    ]).toEqual(wire)
  })

  it('leave out what is empty in a new row', () => {
    expect(rowOf({ what: ' Locked ', source: ' ', count: { how: 'exact', one: '9', other: '', band: ['', ''], unit: null } })).toEqual({
      what: 'Locked',
      count: { value: 9 },
    })
  })

  it('name only the fields that differ, and clear what was emptied', () => {
    const before = draftOf(FIELDS, ROW)
    expect(changes('claim', 3, before, { ...before })).toEqual([])
    expect(changes('claim', 3, before, { ...before, said: '', adopted: 'yes' })).toEqual([
      change('claim', 3, 'said', ''),
      change('claim', 3, 'adopted', 'yes'),
    ])
    const count = { how: 'exact', one: '9', other: '', band: ['', ''], unit: 'email' } as const
    expect(changes('claim', 3, before, { ...before, count: { ...count, band: ['', ''] } })).toEqual([
      change('claim', 3, 'count', { value: 9, unit: 'email' }),
    ])
  })

  it('name a party by its id', () => {
    const party: FieldRow = { field: 'party', type: 'party', required: false }
    const row: HeldRow = { id: 1, kept: false, fields: { party: { party: 7, name: 'Nordmeer' } } }
    expect(draftOf([party], row)).toEqual({ party: '7' })
    expect(changes('milestone', 1, { party: '7' }, { party: '8' })).toEqual([change('milestone', 1, 'party', '8')])
  })

  it('show a time as it was stated', () => {
    expect(draftOf(FIELDS, ROW)['said']).toBe('2026-11-24T09:00+01:00')
    expect(draftOf(FIELDS, null)['said']).toBe('')
  })

  it('of which a refusal is about the one that it names, or whose text it quotes', () => {
    expect(isAbout({ field: 'established' }, 'established', 'DE')).toBe(true)
    expect(isAbout({ country: 'XX' }, 'established', ' XX ')).toBe(true)
    expect(isAbout({ country: '' }, 'established', '')).toBe(false)
    expect(isAbout({ field: 'sector', country: 'DE' }, 'established', 'XX')).toBe(false)
  })
})
