/** The terms of a filter as it is written: where each begins and ends, so that a field can draw them. It judges none. */

/** A piece of a filter's text. All of them, one after the other, are the text. */
export interface Piece {
  text: string
  /** A whole `field:value`; anything else is words, spaces, `OR`, parentheses. */
  isTerm: boolean
}

// A term: perhaps a `-`, a word, a colon, values up to a space or a parenthesis; in quotes, anything.
const TERM = /-?[^\s():",]+:(?:"(?:[^"]|"")*"|[^\s()"])+/gu

/**
 * The pieces of a filter. The term that ends where the text ends is not finished while somebody types: then it is none
 * yet, and no box jumps around the letters.
 */
export function pieces(text: string, typing: boolean): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const match of text.matchAll(TERM)) {
    const end = match.index + match[0].length
    const before = text[match.index - 1]
    const stands = before === undefined || /[\s(]/.test(before)
    const ends = end < text.length ? /[\s)]/.test(text[end] ?? '') : !typing
    if (!stands || !ends) continue
    if (match.index > at) found.push({ text: text.slice(at, match.index), isTerm: false })
    found.push({ text: match[0], isTerm: true })
    at = end
  }
  if (at < text.length) found.push({ text: text.slice(at), isTerm: false })
  return found
}
