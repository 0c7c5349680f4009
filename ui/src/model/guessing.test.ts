/** How long a passphrase holds, in words that are not kinder than the number. */
import { expect, test } from 'vitest'

import { foundAfter, isWeak } from './guessing'

test('what falls within hours is weak, and it is said after what time it falls', () => {
  expect([0, 1, 2, 3, 4].map(isWeak)).toEqual([true, true, true, false, false])
  expect(foundAfter(2)).toEqual({ phrase: 'weak-at-once', n: 0 })
  expect(foundAfter(5)).toEqual({ phrase: 'weak-seconds', n: 10 })
  expect(foundAfter(6.5)).toEqual({ phrase: 'weak-minutes', n: 6 })
  expect(foundAfter(8)).toEqual({ phrase: 'weak-hours', n: 3 })
})
