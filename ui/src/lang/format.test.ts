/** Numbers and times are written as the reports write them: Rust's own words, case by case. */
import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, it } from 'vitest'

import type { Count, Moment } from '../ipc/types'
import { count, countOf, moment, since } from './format'
import { phrases } from './phrases.svelte'

interface Wire {
  language: string
  counts: { given: Count; words: { count: string; of: string } }[]
  times: { given: Moment; zone: string; words: string }[]
}

const wire = JSON.parse(readFileSync(new URL('../../../tests/wire/formats.json', import.meta.url), 'utf8')) as Wire[]

/** ICU's data name spaces that cannot break differently from version to version. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe.each(wire)('in $language', ({ language, counts, times }) => {
  beforeAll(() => phrases.speak(language))

  it.each(counts)('says $words.of', ({ given, words }) => {
    expect(plain(count(given))).toBe(plain(words.count))
    expect(plain(countOf(given))).toBe(plain(words.of))
  })

  it.each(times)('says $words', ({ given, zone, words }) => {
    expect(plain(moment(given, zone))).toBe(plain(words))
  })
})

describe('the time since awareness', () => {
  beforeAll(() => phrases.speak('en'))
  it.each([
    ['2026-11-24T08:00:00Z', '2026-11-24T08:00:59Z', '0 minutes'],
    ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', '1 hour'],
    ['2026-11-24T08:00:00Z', '2026-11-27T08:00:00Z', '72 hours'],
    ['2026-11-24T08:00:00Z', '2026-12-24T08:00:00Z', '30 days'],
    ['2026-11-24T08:00:00Z', '2026-11-23T08:00:00Z', '0 minutes'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(since(from, to)).toBe(words)
  })
})
