/** How large a page is shown: fitted to the width, or a step between 50 and 300 %. */

/** `null`: as wide as there is room. Else px a pt, 1 being 100 %. */
export type Zoom = number | null

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3]
/** A pt is 4/3 px. */
export const PX_A_PT = 4 / 3
/** Room beside a page. */
const MARGIN = 32

/** Px a pt for a page so many pt wide, in so many px. */
export function scaleOf(zoom: Zoom, pageWidth: number, room: number): number {
  if (zoom !== null) return zoom * PX_A_PT
  return Math.min(2 * PX_A_PT, Math.max(0.3, (room - MARGIN) / pageWidth))
}

/** The next larger or smaller step, seen from what is shown. */
export function step(scale: number, larger: boolean): number {
  const now = scale / PX_A_PT
  const next = larger ? STEPS.find((it) => it > now + 0.01) : STEPS.findLast((it) => it < now - 0.01)
  return next ?? (larger ? 3 : 0.5)
}

/** Which page is in the middle of what is seen, from 1: pages of one height with a gap between. */
export function pageAt(scrolled: number, seen: number, pageHeight: number, gap: number, pages: number): number {
  const page = Math.floor((scrolled + seen / 2 - gap) / (pageHeight + gap)) + 1
  return Math.min(pages, Math.max(1, page))
}

/** Which pages are drawn: those seen and one on each side. */
export function near(scrolled: number, seen: number, pageHeight: number, gap: number, pages: number): [number, number] {
  const each = pageHeight + gap
  const first = Math.floor((scrolled - gap) / each)
  const last = Math.floor((scrolled + seen - gap) / each) + 2
  return [Math.max(1, first), Math.min(pages, last)]
}
