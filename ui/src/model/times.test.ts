/** Times as people type them. */
import { describe, expect, it } from 'vitest'

import { isInstant, normalised, thisMinute } from './times'

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

  it('can be now', () => {
    expect(thisMinute('2026-11-25T13:07:31Z', 'Europe/Berlin')).toBe('2026-11-25T14:07+01:00')
    expect(isInstant(thisMinute('2026-11-25T13:07:31Z', 'UTC'))).toBe(true)
  })
})
