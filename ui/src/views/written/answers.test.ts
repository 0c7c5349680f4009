/** The single answers: grouped, and none forgotten. */
import { describe, expect, it } from 'vitest'

import type { CaseFile, KeyRow } from '../../ipc/types'
import { answered, ends, grouped, period } from './answers'

const key = (id: string, type: string): KeyRow => ({ key: id, type, of: 'case', words: [], fields: [] })

describe('answers', () => {
  it('stand in the order of the first page, one that is new among the others', () => {
    const groups = grouped([key('zone', 'zone'), key('risk', 'decision'), key('claim', 'rows'), key('cause', 'word'), key('weather', 'text')])
    expect(groups.map((it) => [it.id, it.keys.map((one) => one.key)])).toEqual([
      ['case', ['zone']],
      ['what', ['cause']],
      ['others', ['weather']],
    ])
  })

  it('are what the case holds', () => {
    const file = { title: 'Storm', controller: null, zone: 'UTC', answers: { cause: 'open' }, milestones: [], occurred: null } as unknown as CaseFile
    const of = (id: string, type: string) => answered(file, key(id, type))
    expect([of('title', 'text'), of('controller', 'text'), of('cause', 'word'), of('zone', 'zone'), of('occurred', 'period')]).toEqual(['Storm', '', 'open', 'UTC', ''])
  })

  it('are of another party only what is its own', () => {
    const parties = [{ id: 1, dpo: 'Ada' }, { id: 2, dpo: 'Bob' }]
    const file = { main_party: 1, parties, answers: { late_reasons: 'ours' }, answers_of: [{ party: 2, answers: { late_reasons: 'theirs' } }] } as unknown as CaseFile
    const of = (id: string, party: number) => answered(file, { ...key(id, 'text'), of: 'party' }, party)
    expect([of('late_reasons', 1), of('late_reasons', 2), of('dpo', 2), of('reference', 2)]).toEqual(['ours', 'theirs', 'Bob', ''])
    const keys = [key('title', 'text'), { ...key('dpo', 'text'), of: 'party' }]
    expect(grouped(keys, true).flatMap((it) => it.keys.map((one) => one.key))).toEqual(['dpo'])
  })

  it('have periods with two ends, or one', () => {
    expect(ends('2026-05..2026-11')).toEqual(['2026-05', '2026-11'])
    expect(period('2026-05', '')).toBe('2026-05..')
    expect(period(' ', '')).toBe('')
  })
})
