/** Actions of the place: log. */
import { desk } from '../state/desk.svelte'
import { journal } from '../state/journal.svelte'
import { canWrite, inCase, type Action } from './action'

const place = 'log'

export const LOG: readonly Action[] = [
  { id: 'log-filter', keys: '/', within: '.log', place, can: inCase, run: () => document.getElementById('log-text')?.focus() },
  {
    id: 'log-undo-to',
    keys: 'U',
    within: '.log',
    place,
    can: () => canWrite() && desk.place === place && !journal.book && (journal.entry?.steps ?? 0) > 0,
    run: async () => {
      if (journal.entry) await journal.undoTo(journal.entry)
    },
  },
  {
    id: 'log-book',
    keys: 'B',
    within: '.log',
    place,
    can: inCase,
    run: () => {
      journal.book = !journal.book
    },
  },
  { id: 'log-csv', keys: 'Mod+E', place, can: inCase, run: () => journal.csv() },
  { id: 'log-chain', keys: 'Mod+Shift+H', place, can: inCase, run: () => journal.walk() },
  { id: 'log-verify', keys: 'Mod+Shift+V', place, can: inCase, run: () => journal.verify() },
]
