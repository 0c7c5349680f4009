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
  const section = heading?.closest('section')
  const scrolled = section?.closest('.pad')
  section?.closest('details')?.setAttribute('open', '')
  if (section && scrolled) scrolled.scrollTop += section.getBoundingClientRect().top - scrolled.getBoundingClientRect().top - 8
  heading?.focus({ preventScroll: true })
}
