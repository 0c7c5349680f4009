/** The parts of what is written down, in the order in which they stand, and the rows that are simply listed. */

/** A part that lists the rows of a key. */
export interface Listing {
  id: string
  key: string
  adds: string
}

/** Lists before the form of answers. */
export const FIRST: readonly Listing[] = [
  { id: 'exposures', key: 'exposure', adds: 'timeline-exposure' },
  { id: 'measures', key: 'measure', adds: 'timeline-measure' },
  { id: 'points', key: 'open_point', adds: 'timeline-point' },
]
/** Lists after it. */
export const LAST: readonly Listing[] = [
  { id: 'coverage', key: 'coverage', adds: 'timeline-coverage' },
  { id: 'overlaps', key: 'overlap', adds: 'timeline-overlap' },
  { id: 'parties', key: 'party', adds: 'timeline-party' },
]
/** All parts, in order. */
export const SECTIONS: readonly string[] = [
  'milestones',
  'decisions',
  'numbers',
  'claims',
  ...FIRST.map((it) => it.id),
  'answers',
  ...LAST.map((it) => it.id),
]

/** Brings a part into view and stands at its heading. */
export function goTo(id: string): void {
  const heading = document.getElementById(`written-${id}-name`)
  heading?.closest('section')?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
