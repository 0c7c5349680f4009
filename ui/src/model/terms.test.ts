/** The terms of a filter as they are drawn. */
import { describe, expect, it } from 'vitest'

import { pieces } from './terms'

const boxed = (text: string, typing = false): string[] =>
  pieces(text, typing).filter((it) => it.isTerm).map((it) => it.text)

describe('a filter', () => {
  it('is drawn with each of its terms in a box', () => {
    expect(boxed('domain:nordmeer.example status:confirmed,suspected')).toEqual(['domain:nordmeer.example', 'status:confirmed,suspected'])
    expect(boxed('-region:* (kind:shared OR -kind:"a (b) ""c""") anna')).toEqual(['-region:*', 'kind:shared', '-kind:"a (b) ""c"""'])
  })

  it('has no box for what is no whole term', () => {
    for (const text of ['', 'anna', 'status:', 'a OR b', ':x', 'region:"Nordics', '"name:x"']) expect(boxed(text)).toEqual([])
  })

  it('has no box yet for the term that is being typed', () => {
    expect(boxed('region:A status:con', true)).toEqual(['region:A'])
    expect(boxed('region:A status:confirmed ', true)).toEqual(['region:A', 'status:confirmed'])
  })

  it('is the text itself, piece by piece', () => {
    for (const text of ['  region:A,  x(kind:b) ', 'ä:ö "x y" -z', '']) {
      for (const typing of [true, false]) expect(pieces(text, typing).map((it) => it.text).join('')).toBe(text)
    }
  })
})
