/** How long a passphrase holds against somebody who has the file and guesses without anybody noticing. */

/**
 * Guesses a second. zxcvbn's scenario of a hash that is slow on purpose, as SQLCipher's is: 256,000 rounds of
 * PBKDF2-HMAC-SHA512 (docs/decisions/0014), of which one good graphics card does some thousands a second.
 */
export const GUESSES = 10_000
/** Below this score of zxcvbn a passphrase falls within hours at that rate: fewer than 10^8 guesses. */
const STRONG = 3

/** Whether a passphrase is so weak that it is not taken without asking. */
export const isWeak = (score: number): boolean => score < STRONG

/** After what time it is found: a phrase and its number. */
export function foundAfter(guessesLog10: number): { phrase: string; n: number } {
  const seconds = 10 ** guessesLog10 / GUESSES
  if (seconds < 1) return { phrase: 'weak-at-once', n: 0 }
  if (seconds < 60) return { phrase: 'weak-seconds', n: Math.ceil(seconds) }
  if (seconds < 5400) return { phrase: 'weak-minutes', n: Math.ceil(seconds / 60) }
  return { phrase: 'weak-hours', n: Math.ceil(seconds / 3600) }
}
