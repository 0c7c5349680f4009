/** What is open is said as the reports say it, in the order of the core. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Overview, Pending } from '../ipc/types'
import { phrases, say } from '../lang/phrases.svelte'
import { openPoints } from './open-points'

interface Wire {
  language: string
  zone: string
  points: { given: Pending; text: string; until: string | null }[]
}
const wire = JSON.parse(readFileSync(new URL('../../../tests/wire/pending.json', import.meta.url), 'utf8')) as Wire[]
const overview = (pending: Pending[], zone: string) => ({ pending, file: { zone } }) as unknown as Overview

describe.each(wire)('what is open, in $language', ({ language, zone, points }) => {
  beforeAll(() => phrases.speak(language))

  it('is the list of the core, in its order and its words', () => {
    const found = openPoints(overview(points.map((it) => it.given), zone))
    expect(found.map((it) => it.id)).toEqual(points.map((it) => it.given.id))
    expect(found.map((it) => it.text)).toEqual(points.map((it) => it.text))
    const until = points.map((it) => (it.until === null ? undefined : say('pending-until', { at: it.until })))
    expect(found.map((it) => it.until)).toEqual(until)
  })
})

it('leads to the accounts that wait, by the filter of the core', () => {
  const waiting: Pending = { id: 'accounts.region', kind: 'accounts', waiting: 'region', n: 2, filter: '-region:*' }
  const [first] = openPoints(overview([waiting], 'UTC'))
  expect([first?.place, first?.filter]).toEqual(['accounts', '-region:*'])
})
