/** What the log says of a deed is shown whole, once, and under words where there are any. */
import { beforeAll, describe, expect, it } from 'vitest'

import { phrases } from '../lang/phrases.svelte'
import { chainWords, meaning } from '../state/journal.svelte'
import { details, summary } from './log-details'

describe('an entry', () => {
  beforeAll(() => phrases.speak('en'))

  it('says what was asked and what came of it, the same once', () => {
    const report = { template: 'x', names: false }
    const found = details(report, { export: 3, report })
    expect(found.map((it) => it.values.join())).toEqual(['x', 'no', '3'])
    expect(details(report, report)).toHaveLength(2)
  })
  it('shows lists a line each, and nested things under their path', () => {
    const found = details({ settings: ['title=A', 'zone=UTC'] }, { rows: { new: 1200, rejected: 0 } })
    expect(found[0]?.values).toEqual(['title=A', 'zone=UTC'])
    expect(found.map((it) => it.values.join()).slice(1)).toEqual(['1,200', '0'])
  })
  it('leaves a key that has no words as it stands', () => {
    expect(details({ something_new: 'a' }, null)).toEqual([{ term: 'something_new', values: ['a'] }])
  })
  it('says nothing where everything was erased or nothing was asked', () => {
    expect(details(null, null)).toEqual([])
    expect(summary({}, null)).toBe('')
  })
})

describe('the log', () => {
  beforeAll(() => phrases.speak('de'))
  it('finds verbs by their words', () => {
    expect(meaning('RÜCKGÄNGIG', ['undo', 'redo', 'case.set'])).toEqual(['undo'])
    expect(meaning('nirgends', ['undo'])).toEqual([])
  })
  it('says that the chain is unbroken only when it was walked and is', () => {
    const chain = { ok: true, entries: 214, head: '', broken_at: null }
    expect(chainWords(chain)).toContain('214')
    expect(chainWords({ ...chain, ok: false, broken_at: 7 })).toContain('7')
    expect(new Set([chainWords(null), chainWords(chain), chainWords({ ...chain, ok: false })]).size).toBe(3)
  })
})
