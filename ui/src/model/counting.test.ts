/** Numbers as they are typed. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Count } from '../ipc/types'
import { drafted, noCount, read, unitsOf, whole, written, wrong, type CountDraft } from './counting'

type Wire = Pick<Count, 'value' | 'qualifier' | 'low' | 'high' | 'unit'> & { given: unknown }
const typed = (change: Partial<CountDraft>): CountDraft => ({ ...noCount('email'), ...change })

describe('a number that is typed', () => {
  it('is read as people write it, and never guessed', () => {
    expect(['60000', '60.000', '60,000', '60 000', ' 7 '].map(whole)).toEqual([60000, 60000, 60000, 60000, 7])
    expect(['', '60.5', '1,5', '-3', '6e4', 'about 60'].map(whole)).toEqual([null, null, null, null, null, null])
  })

  it('is written in the form that its word asks for', () => {
    expect(written(typed({ one: '612' }))).toEqual({ value: 612, unit: 'email' })
    expect(written(typed({ how: 'at_least', one: '60.000' }))).toEqual({ at_least: 60000, unit: 'email' })
    expect(written(typed({ how: 'between', one: '612', other: '742' }))).toEqual({ between: [612, 742], unit: 'email' })
    expect(written(typed({ how: 'approximate', one: '600', band: ['450', ''] }))).toEqual({
      approximate: 600,
      low: 450,
      unit: 'email',
    })
    expect(written({ ...typed({ how: 'to_be_determined' }), unit: null })).toEqual({ open: true })
    expect(written(typed({ how: 'cannot_be_determined' }))).toEqual({ cannot_be_determined: true, unit: 'email' })
  })

  it('says what is wrong with it', () => {
    expect(wrong(typed({ one: 'x' }))).toBe('count-editor-whole')
    expect(wrong(typed({ how: 'between', one: '9', other: '3' }))).toBe('count-editor-backwards')
    expect(wrong(typed({ how: 'approximate', one: '9', band: ['10', '20'] }))).toBe('count-editor-outside')
    expect(wrong(typed({ how: 'cannot_be_determined', one: 'x' }))).toBeNull()
  })

  it('comes back as it stands', () => {
    const count: Count = { value: 612, qualifier: 'between', low: 612, high: 742, unit: 'person', unknown_parts: 0 }
    expect(written(drafted(count, false))).toEqual({ between: [612, 742] })
    expect(written(drafted({ ...count, qualifier: 'approximate', value: 600, low: 0, high: null }, true))).toEqual({
      approximate: 600,
      unit: 'person',
    })
  })

  it('is read as Rust reads it, and what is written of it is the same number', () => {
    const wire = JSON.parse(readFileSync(new URL('../../../tests/wire/counts.json', import.meta.url), 'utf8')) as Wire[]
    const bare = (it: Count | null): Omit<Wire, 'given'> | null =>
      it && { value: it.value, qualifier: it.qualifier, low: it.low, high: it.high, unit: it.unit }
    for (const { given, ...count } of wire) {
      const found = read(given)
      expect([given, bare(found)]).toEqual([given, count])
      expect([given, found && bare(read(written(drafted(found, true))))]).toEqual([given, count])
    }
    expect(wire.length).toBeGreaterThan(15)
    expect([null, 'x', {}, { value: 'high' }].map(read)).toEqual([null, null, null, null])
  })

  it('has the units of its subject', () => {
    expect(unitsOf('persons.owner')).toEqual(['person'])
    expect(unitsOf('records')[0]).toBe('record')
    expect(unitsOf('records.distinct')).toEqual(['email'])
  })
})
