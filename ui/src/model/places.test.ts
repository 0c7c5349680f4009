/** What a picker of places offers. */
import { expect, it } from 'vitest'

import type { PlaceRow } from '../ipc/types'
import { meant, offered } from './places'

const PLACES: PlaceRow[] = [
  { code: 'DE', name: 'Germany', also: ['DEU'] },
  { code: 'DE-BY', name: 'Bayern' },
  { code: 'GB', name: 'United Kingdom', also: ['UK', 'England'] },
  { code: 'XK', name: 'Kosovo' },
  { code: 'US', name: 'United States', also: ['USA'] },
  { code: 'US-CA', name: 'California' },
  { code: 'US-GA', name: 'Georgia' },
  { code: 'GE', name: 'Georgia' },
]
const codes = (typed: string, known: string[] = []): string[] => offered(PLACES, typed, known).map((it) => it.code)

it('finds countries and their parts by code, by name, and by what else means them', () => {
  expect(codes('kos')).toEqual(['XK'])
  expect(codes('uk')).toEqual(['GB'])
  expect(codes('england')).toEqual(['GB'])
  expect(codes('usa')).toEqual(['US'])
  expect(codes('us-ca')).toEqual(['US-CA'])
  expect(codes('calif')).toEqual(['US-CA'])
  expect(codes('bayern')).toEqual(['DE-BY'])
})

it('offers nothing that the core does not list', () => {
  expect(codes('su')).toEqual([])
  expect(codes('yu')).toEqual([])
  expect(codes('us-zzz')).toEqual([])
})

it('without a word has the countries, those of the case first', () => {
  expect(codes('', ['US-CA', 'GB'])).toEqual(['GB', 'US-CA', 'DE', 'XK', 'US', 'GE'])
})

it('takes a name that a country and a part share for the country', () => {
  expect(meant(PLACES, ' georgia ')?.code).toBe('GE')
  expect(meant(PLACES, 'Atlantis')).toBeNull()
})
