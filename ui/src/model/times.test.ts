/** Times as people type them. */
import { describe, expect, it } from 'vitest'

import { isInstant, normalised, readAs, thisMinute } from './times'

const berlin = (text: string): string => normalised(text, 'Europe/Berlin')

describe('a time that is typed', () => {
  it('stays as it is where the core takes it', () => {
    for (const text of ['2026', '2026-11', '2026-11-24', '2026-11-24T09:00+01:00', '2026-11-24T08:00:00Z', 'soon', '']) {
      expect(berlin(text)).toBe(text)
    }
  })

  it('may be written as a day is written', () => {
    expect(berlin('24.11.2026')).toBe('2026-11-24')
    expect(berlin('11.2026')).toBe('2026-11')
  })

  it('is meant on the clock of the case where no zone is named', () => {
    expect(berlin('24.11.2026 9:00')).toBe('2026-11-24T09:00+01:00')
    expect(berlin('24.11.2026, 09:00 Uhr')).toBe('2026-11-24T09:00+01:00')
    expect(berlin('2026-07-01T09:00:30')).toBe('2026-07-01T09:00:30+02:00')
    expect(normalised('2026-11-24 09:00', 'America/St_Johns')).toBe('2026-11-24T09:00-03:30')
  })

  it('is not guessed where the clock shows it twice or never', () => {
    expect(berlin('2026-10-25 02:30')).toBe('2026-10-25 02:30')
    expect(berlin('2026-03-29T02:30')).toBe('2026-03-29T02:30')
  })

  const now = { at: '2026-11-25T23:30:00Z', locales: ['de-DE', 'en-GB'] }
  const typed = (text: string): string => normalised(text, 'Europe/Berlin', now)

  it('may be said in words, in either language, on the clock of the case', () => {
    for (const [text, read] of [
      ['heute', '2026-11-26'],
      ['Today', '2026-11-26'],
      ['gestern', '2026-11-25'],
      ['yesterday 9:05', '2026-11-25T09:05+01:00'],
      ['vorgestern, 7 Uhr', '2026-11-24T07:00+01:00'],
      ['jetzt', '2026-11-26T00:30+01:00'],
      ['13:41', '2026-11-26T13:41+01:00'],
      ['24. November 2026', '2026-11-24'],
      ['24 Nov 2026, 13:41', '2026-11-24T13:41+01:00'],
      ['Nov 24, 2026', '2026-11-24'],
      ['Mai 2026', '2026-05'],
      ['March 2026', '2026-03'],
    ]) expect([text, typed(text ?? '')]).toEqual([text, read])
  })

  it('may be short, and its minutes may stand behind a full stop', () => {
    for (const [text, read] of [
      ['24.11.26', '2026-11-24'],
      ['24.11.', '2026-11-24'],
      ['1. 2. 2026 9.05 Uhr', '2026-02-01T09:05+01:00'],
      ['24.11.2026 13:41', '2026-11-24T13:41+01:00'],
      ['24.11.2026 1:41 pm', '2026-11-24T13:41+01:00'],
      ['2026-11-24 12 am', '2026-11-24T00:00+01:00'],
    ]) expect([text, typed(text ?? '')]).toEqual([text, read])
  })

  it('is handed on where it is no day or more than one', () => {
    for (const text of ['03/04/2023', '31.02.2026', '2026-02-30', '30.2. 9:00', '24.11', 'Ma 2026', 'Ju 2026', 'morgens', '25:00', '13.2026', '9']) {
      expect(typed(text)).toBe(text)
      expect(readAs(typed(text), 'Europe/Berlin')).toBeNull()
    }
  })

  it('can be now', () => {
    expect(thisMinute('2026-11-25T13:07:31Z', 'Europe/Berlin')).toBe('2026-11-25T14:07+01:00')
    expect(isInstant(thisMinute('2026-11-25T13:07:31Z', 'UTC'))).toBe(true)
  })
})
