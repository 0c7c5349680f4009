/** Actions of the place: timeline, and all that is written down there. */
import { kindOf } from '../model/deciding'
import { desk } from '../state/desk.svelte'
import { goTo } from '../state/sections'
import { written } from '../state/written.svelte'
import { canWrite, type Action } from './action'

const place = 'timeline'
const within = '[data-written]'

/** A row of a key. */
const row = (id: string, key: string, keys?: string): Action => ({
  id,
  place,
  within,
  ...(keys === undefined ? {} : { keys }),
  can: canWrite,
  run: () => written.begin(key),
})

/** Decides what is of this kind; the key that holds it is asked of the registry. */
const decision = (kind: ReturnType<typeof kindOf>, keys?: string): Action => ({
  id: `timeline-decide-${kind?.replaceAll('_', '-')}`,
  place,
  within,
  ...(keys === undefined ? {} : { keys }),
  can: canWrite,
  run: () => {
    const key = desk.keys.find((it) => kindOf(it) === kind)
    if (key) written.decide(key.key)
  },
})

export const TIMELINE: readonly Action[] = [
  row('timeline-milestone', 'milestone', 'M'),
  decision('awareness', 'K'),
  decision('breach'),
  decision('risk'),
  decision('notification'),
  decision('communication'),
  decision('materiality'),
  decision('awareness_incident'),
  decision('awareness_significance'),
  decision('significance'),
  { id: 'timeline-number', keys: 'N', place, within, can: canWrite, run: () => void (written.counting = '') },
  row('timeline-claim', 'claim', 'C'),
  row('timeline-exposure', 'exposure', 'E'),
  row('timeline-measure', 'measure', 'T'),
  row('timeline-point', 'open_point', 'P'),
  row('timeline-coverage', 'coverage'),
  row('timeline-overlap', 'overlap'),
  row('timeline-party', 'party'),
  {
    id: 'timeline-entity',
    place,
    within,
    can: () => canWrite() && (desk.overview?.file.organisations.length ?? 0) > 0,
    run: () => written.changeEntity(),
  },
  { id: 'timeline-answers', place, run: () => goTo('answers') },
]
