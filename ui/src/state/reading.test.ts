/** How files are to be read: corrections, questions, rates, sums. */
import { describe, expect, it } from 'vitest'

import type { FileLook, Look } from '../ipc/types'
import { asMap, collected, corrected, fieldsOf, openQuestions, picked, rate, reconciles, summed, toRead, twins, type Picked } from './reading'

const chosen = (token: number, name = 'list.csv') => ({ token, name, folder: '/lists', size: 10 })

const look = (more: Partial<Look> = {}): Look => ({
  how: {
    container: 'a',
    kind: 'b',
    header_line: 1,
    zone: 'UTC',
    columns: [
      { header: 'Mail', field: 'key', key_kind: 'email', why: 'header' },
      { header: 'Note', field: 'notes', why: 'header' },
      { header: 'Note', field: null, why: 'twice' },
      { header: '4', field: null, why: 'unknown' },
    ],
  },
  sha256: 'ab',
  size: 10,
  cells: [],
  keyless: false,
  dates: [],
  zone_assumed: false,
  round_trip: false,
  earlier: null,
  ...more,
})
const found = (token: number, more: Partial<Look> = {}): FileLook => ({ token, look: look(more), rows: [], refusal: null })
const guessed = (): Picked => ({ ...picked(chosen(1)), guessed: ['email', 'notes', 'ignore', 'ignore'] })

describe('corrections', () => {
  it('takes a column for what was recognised, an identifier for its kind', () => {
    expect(fieldsOf(look(), ['email', 'phone'])).toEqual(['email', 'notes', 'ignore', 'ignore'])
    expect(fieldsOf(look(), [])[0]).toBe('key')
  })

  it('keeps what differs from what was recognised, and forgets what says the same', () => {
    const once = { ...guessed(), fields: corrected(guessed(), 1, 'ignore') }
    expect(once.fields).toEqual({ 1: 'ignore' })
    expect(corrected(once, 2, 'name')).toEqual({ 1: 'ignore', 2: 'name' })
    expect(corrected(once, 1, 'notes')).toEqual({})
  })

  it('names a column by its header, and by its number where two are called the same', () => {
    const file = { ...guessed(), fields: { 0: 'upn', 2: 'name', 3: 'region' } }
    expect(asMap(file, ['Mail', 'Note', 'Note', '4'])).toEqual([['Mail', 'upn'], ['#3', 'name'], ['4', 'region']])
  })

  it('hands a file over with what is said of it alone', () => {
    const file: Picked = { ...guessed(), fields: { 0: 'upn' }, order: 'day-month', sheet: 'Two' }
    expect(toRead(file, found(1))).toEqual({ token: 1, map: [['Mail', 'upn']], date_order: 'day-month', sheet: 'Two', kind: null })
  })
})

describe('questions', () => {
  const dates = [{ column: 'First', cell: '03/04/2026', day_month: null, month_day: null }]

  it('asks for the identifier and for the order of dates until they are said', () => {
    expect(openQuestions(guessed(), found(1))).toEqual([])
    expect(openQuestions(guessed(), found(1, { keyless: true, dates }))).toEqual(['key', 'dates'])
    expect(openQuestions({ ...guessed(), order: 'month-day' }, found(1, { dates }))).toEqual([])
    expect(openQuestions(guessed(), { token: 1, look: null, rows: [], refusal: null })).toEqual([])
  })

  it('finds files of the same bytes among those picked', () => {
    const files = [picked(chosen(1, 'a.csv')), picked(chosen(2, 'b.csv')), picked(chosen(3, 'c.csv'))]
    const looks = new Map([[1, found(1)], [2, found(2, { sha256: 'cd' })], [3, found(3)]])
    expect(twins(files, looks)).toEqual(new Map([[3, 'a.csv']]))
  })
})

describe('numbers', () => {
  it('tells rows a second once there is something to tell', () => {
    expect(rate(0, 5000)).toBeNull()
    expect(rate(500, 100)).toBeNull()
    expect(rate(50_000, 2000)).toBe(25_000)
  })

  it('accounts for every row', () => {
    expect(reconciles({ read: 10_412, new: 9_800, merged: 590, rejected: 22 })).toBe(true)
    expect(reconciles({ read: 10_412, new: 9_800, merged: 590, rejected: 21 })).toBe(false)
    expect(reconciles({ read: 10_412, new: 0, merged: 590, rejected: 22, unmatched: 9_800 })).toBe(true)
  })

  it('names rows without an account where accounts are only filled, be it none of them', () => {
    expect(summed('import-done-said', {})).toBe('import-done-said')
    expect(summed('import-done-said', { unmatched: 0 })).toBe('import-done-said-filled')
  })

  it('joins who collected the files, when and how', () => {
    expect(collected([' IT ', '', 'all of May'])).toBe('IT; all of May')
    expect(collected(['', ' '])).toBeNull()
  })
})
