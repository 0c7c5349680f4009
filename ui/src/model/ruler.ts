/**
 * Texts of cells, cut by what their letters take. A cell that leaves this to the web view (`overflow: hidden`) is a layer of
 * its own there, and two hundred of them take 3 ms of the 16 that a frame has without a graphics card.
 */

/** Letters that have a table (Latin 1); the others are looked up, and no font is fetched to measure them. */
const TABLE = 0x100
/** So many of a letter are measured side by side. */
const TIMES = 16
const ELLIPSIS = 0x2026

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Widths of letters, each measured once. */
export class Ruler {
  readonly #table = new Float64Array(TABLE)
  readonly #others = new Map<number, number>()

  /** `measure` says how wide a letter is, in px. */
  constructor(private readonly measure: (letter: string) => number) {}

  /** The text where it stands in so many px, else as much of it as does beside an ellipsis, which is not part of it. */
  cut(text: string, room: number): string {
    const end = room - this.#width(ELLIPSIS)
    let [used, fits] = [0, 0]
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) ?? 0
      used += this.#width(code)
      at += code > 0xffff ? 2 : 1
      if (used <= end) fits = at
      if (used > room) return whole(text, fits)
    }
    return text
  }

  #width(code: number): number {
    const known = code < TABLE ? this.#table[code] : this.#others.get(code)
    if (known) return known
    // What takes no place at all is kept as hardly any: 0 stands for what was not measured yet.
    const width = Math.max(Number.EPSILON, this.measure(String.fromCodePoint(code)))
    if (code < TABLE) this.#table[code] = width
    else this.#others.set(code, width)
    return width
  }

  /** A ruler for the font of an element's text, as it is drawn now. */
  static of(element: Element): Ruler {
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    const pen = document.createElement('canvas').getContext('2d')
    if (pen) pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const ruler = new Ruler((letter) => pen?.measureText(letter).width ?? 0)
    ruler.#lay(element)
    return ruler
  }

  /** Measures the letters of the table as the page draws them, with its chosen forms, all at once. */
  #lay(element: Element): void {
    const sheet = document.createElement('div')
    sheet.ariaHidden = 'true'
    Object.assign(sheet.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre', height: '0', overflow: 'hidden', textRendering: 'optimizeSpeed' })
    const letters = [...Array(TABLE).keys()].filter((code) => code >= 0x20 && (code < 0x7f || code > 0x9f) && code !== 0xad)
    const laid = letters.map((code) => {
      const span = document.createElement('span')
      span.textContent = String.fromCharCode(code).repeat(TIMES)
      sheet.append(span, document.createElement('br'))
      return span
    })
    element.append(sheet)
    // Figures of one width are the wider ones: a text that is taken for too wide is cut only where it is.
    for (const figures of ['normal', 'tabular-nums']) {
      sheet.style.fontVariantNumeric = figures
      for (const [at, span] of laid.entries()) {
        const letter = letters[at] ?? 0
        this.#table[letter] = Math.max(this.#table[letter] ?? 0, span.getBoundingClientRect().width / TIMES)
      }
    }
    sheet.remove()
  }
}

/** So much of a text that nothing which reads as one letter is torn. */
function whole(text: string, length: number): string {
  const before = text.slice(0, length)
  if (!/[^\u0020-\u024f]/.test(text)) return before
  let end = 0
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > length) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
