/** Actions of the place: report. */
import { desk } from '../state/desk.svelte'
import { reports } from '../state/reports.svelte'
import { canWrite, inCase, type Action } from './action'

const place = 'report'
const looking = (): boolean => inCase() && reports.pdf !== null && reports.shown === 'preview'
const within = '.viewer'

export const REPORT: readonly Action[] = [
  { id: 'report-preview', keys: 'F5', place, can: inCase, run: () => reports.renew() },
  { id: 'report-export', keys: 'Mod+E', place, can: () => canWrite() && reports.preview !== null && reports.looked === null, run: () => reports.export() },
  {
    id: 'report-names',
    keys: 'Mod+Shift+N',
    place,
    can: inCase,
    run: () => {
      reports.order.names = !reports.order.names
    },
  },
  {
    id: 'report-past',
    keys: 'Mod+Shift+P',
    place,
    can: inCase,
    run: () => {
      reports.shown = reports.shown === 'past' ? 'preview' : 'past'
    },
  },
  {
    id: 'report-template',
    keys: 'Mod+Shift+T',
    place,
    can: inCase,
    run: () => document.getElementById('report-template')?.focus(),
  },
  { id: 'report-zoom-in', keys: 'Mod+Alt+ArrowUp', place, can: looking, run: () => reports.zoomBy(true) },
  { id: 'report-zoom-out', keys: 'Mod+Alt+ArrowDown', place, can: looking, run: () => reports.zoomBy(false) },
  { id: 'report-fit', keys: 'W', within, place, can: looking, run: () => void (reports.zoom = null) },
  { id: 'report-next-page', keys: 'N', within, place, can: looking, run: () => reports.goTo(reports.page + 1) },
  { id: 'report-previous-page', keys: 'P', within, place, can: looking, run: () => reports.goTo(reports.page - 1) },
  {
    id: 'report-go-missing',
    place,
    can: () => inCase() && desk.place === place,
    run: () => document.querySelector<HTMLElement>('.missing button')?.focus(),
  },
]
