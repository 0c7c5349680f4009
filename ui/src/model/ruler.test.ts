/** A text is drawn whole where it has room, and else as much of it as has beside an ellipsis. */
import { describe, expect, it } from 'vitest'

import { Ruler } from './ruler'

describe('letters of 10 px', () => {
  const asked: string[] = []
  const ruler = new Ruler((letter) => (asked.push(letter), letter === '\u0301' ? 0 : 10))
  it.each([
    ['', 0, ''],
    ['abcd', 42, 'abcd'],
    ['abcde', 42, 'abc'],
    ['abcd', 5, ''],
    ['Łódź', 42, 'Łódź'],
    ['Αθήνα', 42, 'Αθή'],
    ['東京都千代田区', 42, '東京都'],
    ['abe\u0301de', 42, 'abe\u0301'],
    ['ab\u{1f469}\u200d\u{1f4bb}cde', 42, 'ab'],
  ])('%s in %i px: %s', (text, room, cut) => {
    expect(ruler.cut(text, room)).toBe(cut)
  })
  it('are measured once each', () => {
    expect(asked.length).toBe(new Set(asked).size)
  })
})
