/** What the log says of a deed is shown whole, once, and under words where there are any. */
import { beforeAll, describe, expect, it } from 'vitest'

import type { Count, KeyRow, Moment, RowChange, Setting } from '../ipc/types'
import { add, change, remove, set } from '../model/setting'
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
    const found = details({ files: [{ file: 'a.csv' }, { file: 'b.csv' }], map: ['x', 'y'] }, { rows: { new: 1200, rejected: 0 } })
    expect(found.map((it) => it.values.join())).toEqual(['a.csv', 'b.csv', 'x,y', '1,200', '0'])
  })
  it('leaves a key that has no words as it stands', () => {
    expect(details({ something_new: 'a' }, null)).toEqual([{ term: 'something_new', values: ['a'] }])
  })
  it('says nothing where everything was erased or nothing was asked', () => {
    expect(details(null, null)).toEqual([])
    expect(summary({}, null)).toBe('')
  })
})

const keys: KeyRow[] = [
  { key: 'title', type: 'text', of: 'case' },
  { key: 'claim', type: 'rows', of: 'case', fields: [{ field: 'subject', type: 'subject', required: true }, { field: 'count', type: 'count', required: true }, { field: 'source', type: 'text', required: true }, { field: 'standing', type: 'word', required: false, words: ['claimed'] }] },
  { key: 'risk', type: 'decision', of: 'party' },
]
const known = { keys, zone: 'Europe/Berlin' }
const AT_LEAST: Count = { value: 60000, qualifier: 'at_least', low: 60000, high: null, unit: 'email', unknown_parts: 0 }

describe('what was set', () => {
  beforeAll(() => phrases.speak('en'))
  const said = (settings: Setting[], changes: RowChange[] = []): string[] =>
    details({ keys: ['claim'] }, { settings }, known, changes).map((it) => `${it.term}: ${it.values.join(' | ')}`)

  it('is said as it was and as it is, under the names of the pages', () => {
    const title: RowChange = { key: 'title', became: 'changed', about: null, fields: [{ field: 'value', before: 'Mail', after: 'Post' }] }
    expect(said([set('title', 'Post')], [title])).toEqual(['Title: Mail → Post'])
    const about = { field: 'source', before: 'Reuters', after: 'Reuters' }
    const claim: RowChange = { key: 'claim', became: 'changed', about, fields: [{ field: 'count', before: null, after: AT_LEAST }] }
    expect(said([change('claim', 3, 'count', {})], [claim])).toEqual(['Claim · Reuters · Number: not stated → at least 60,000 e-mails'])
  })
  it('says of a new row what it holds, and of one that is gone what it held', () => {
    const fields = [{ field: 'subject', before: null, after: 'records' }, { field: 'standing', before: null, after: 'claimed' }]
    const about = { field: 'source', before: null, after: 'Reuters' }
    const [line = ''] = said([], [{ key: 'claim', became: 'made', about, fields }])
    expect(line).toMatch(/^New: Claim: What is counted: Records \| Whose word: /)
    const gone = fields.map((it) => ({ ...it, before: it.after, after: null }))
    expect(said([], [{ key: 'claim', became: 'removed', about, fields: gone }])[0]).toContain('Removed: Claim')
  })
  it('says of a determination what was determined, and of awareness its time', () => {
    const of = (kind: string, value: string, at: Moment | null): string[] => {
      const fields = [['kind', kind], ['value', value], ['at', at]].map(([field, after]) => ({ field: String(field), before: null, after: (after ?? null) as Moment | string | null }))
      return said([], [{ key: 'determination', became: 'made', about: fields[0] ?? null, fields }])
    }
    expect(of('risk', 'high', null)[0]).toContain('high risk')
    const at: Moment = { from: '2026-11-24T08:00:00Z', until: '2026-11-24T08:00:00Z', precision: 'minute', original: '2026-11-24T09:00+01:00' }
    expect(of('awareness', at.original, at)[0]).toMatch(/24 November 2026\D+09:00/)
    expect(of('awareness', at.original, at)[0]).not.toContain('T09:00')
  })
  it('never shows JSON, whatever stands in the log', () => {
    const settings = [
      add('claim', { subject: 'records', at_least: 60000, unit: 'email', x: { y: [1, { z: 2 }] } }),
      remove('claim', 3),
      set('risk', { value: 'high' }),
      change('unheard_of', 7, 'thing', { a: [2] }),
      'nonsense',
      { ask: 'something' },
    ]
    const text = details({ keys: ['claim'] }, { settings, odd: { deep: [{ er: true }] }, count: AT_LEAST }, known)
    expect(JSON.stringify(text.map((it) => [it.term, ...it.values]))).not.toMatch(/[{}]|\\"[a-z]/)
    expect(summary({ keys: ['claim'] }, { settings }, known)).not.toMatch(/[{}]|claim/)
    expect(summary({ keys: ['claim'] }, { settings }, known)).toContain('at least 60,000 e-mails')
  })
  it('says which statement was adopted of which field', () => {
    const found = details({ account: 4294967297, field: 'records', value: AT_LEAST }, null, known)
    expect(found.map((it) => it.values.join()).slice(1)).toEqual(['Records', 'at least 60,000 e-mails'])
  })
})

describe('the log', () => {
  beforeAll(() => phrases.speak('de'))
  it('finds verbs by their words', () => {
    expect(meaning('RÜCKGÄNGIG', ['undo', 'redo', 'case.set'])).toEqual(['undo'])
    expect(meaning('nirgends', ['undo'])).toEqual([])
  })
  it('says that the chain is unbroken only when it was walked and is', () => {
    const chain = { ok: true, entries: 214, erased: 0, head: '', broken_at: null }
    expect(chainWords(chain)).toContain('214')
    expect(chainWords({ ...chain, ok: false, broken_at: 7 })).toContain('7')
    expect(new Set([chainWords(null), chainWords(chain), chainWords({ ...chain, ok: false })]).size).toBe(3)
  })
})
