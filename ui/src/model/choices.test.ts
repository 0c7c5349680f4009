/** What a picker offers. */
import { expect, it } from 'vitest'

import { choices, unquoted } from './choices'

const PLACES = [{ code: 'DE', name: 'Germany' }, { code: 'SE', name: 'Sweden' }, { code: 'US', name: 'United States' }, { code: 'US-CA', name: 'California' }]
const values = (what: 'region' | 'residence', typed: string, known: string[]) =>
  choices(what, typed, known, PLACES).map((it) => `${it.kind}:${it.value}`)

it('finds nodes, and offers to make what is not there', () => {
  expect(values('region', '', ['A', 'A/North'])).toEqual(['there:A', 'there:A/North', 'none:none'])
  expect(values('region', 'nor', ['A', 'A/North'])).toEqual(['there:A/North', 'make:nor'])
  expect(values('region', 'a/north', ['A', 'A/North'])).toEqual(['there:A/North'])
})

it('finds countries by name and code, those of the case first, and subdivisions by code', () => {
  expect(values('residence', '', ['SE'])).toEqual(['there:SE', 'there:DE', 'there:US', 'none:none'])
  expect(values('residence', 'germ', [])).toEqual(['there:DE'])
  expect(values('residence', 'us-ca', [])).toEqual(['there:US-CA'])
})

it('takes quotation marks off', () => {
  expect([unquoted('"A ""B"""'), unquoted('A')]).toEqual(['A "B"', 'A'])
})
