/** The place of reports: what is asked for, what is looked at, what was written. No markup. */
import {
  bytes,
  Refused,
  reportsAgain,
  reportsExport,
  reportsLook,
  reportsPast,
  reportsPreview,
  type ExportRecord,
  type Previewed,
  type ReportOrder,
} from '../ipc'
import { number } from '../lang/format'
import { phrases, say } from '../lang/phrases.svelte'
import { openPdf, type Pdf } from '../model/pages'
import { step, type Zoom } from '../model/zoom'
import { desk } from './desk.svelte'
import { remarks } from './remarks.svelte'
import { ofCase } from './scope.svelte'

/** What stands in the middle. */
type Shown = 'preview' | 'past'

/** What was refused, where it is to be read. */
interface Refusal {
  code: string
  text: string
}

class Reports {
  order = $state<ReportOrder>({ template: '', language: '', format: '', names: false })
  preview = $state.raw<Previewed | null>(null)
  pdf = $state.raw<Pdf | null>(null)
  /** The export whose bytes are looked at, in place of the preview. */
  looked = $state.raw<ExportRecord | null>(null)
  past = $state.raw<ExportRecord[]>([])
  shown = $state<Shown>('preview')
  busy = $state(false)
  writing = $state(false)
  refusal = $state.raw<Refusal | null>(null)
  zoom = $state<Zoom>(null)
  page = $state(1)
  scale = $state(1)
  /** Goes to a page; set by the view. */
  goTo: (page: number) => void = () => {}
  #asked = 0
  #begun = false

  /** Begins with a case: the first template, the page's language, no names. */
  enter(): void {
    const can = desk.state?.capabilities
    if (!can || this.#begun) return
    this.#begun = true
    this.order = { template: can.templates[0] ?? '', language: phrases.language, format: can.formats[0] ?? '', names: false }
  }

  /** What was written so far. */
  async list(): Promise<void> {
    const id = desk.caseId
    if (id === null) return
    await desk.try(async () => (this.past = (await reportsPast({ case: id })).reverse()))
  }

  /** Sets the report anew; only the last that was asked for is shown. */
  async renew(): Promise<void> {
    const id = desk.caseId
    if (id === null || this.order.template === '') return
    const asked = ++this.#asked
    this.busy = true
    this.refusal = null
    try {
      const preview = await reportsPreview({ case: id, order: { ...this.order } })
      const pdf = asked === this.#asked ? await openPdf(await bytes(preview.name)) : null
      if (asked !== this.#asked) return void pdf?.loadingTask.destroy()
      this.preview = preview
      this.looked = null
      this.#show(pdf)
    } catch (cause) {
      if (asked !== this.#asked) return
      this.preview = null
      if (!this.looked) this.#show(null)
      this.#refuse(cause)
    } finally {
      if (asked === this.#asked) this.busy = false
    }
  }

  #show(pdf: Pdf | null): void {
    void this.pdf?.loadingTask.destroy()
    this.pdf = pdf
    this.page = 1
  }

  #refuse(cause: unknown): void {
    const known = cause instanceof Refused
    if (!known) console.error(cause)
    this.refusal = { code: known ? cause.refusal.code : 'internal', text: known ? cause.message : say('error-internal') }
  }

  /** Writes the very bytes that are shown. */
  async export(): Promise<void> {
    const [id, preview] = [desk.caseId, this.preview]
    if (id === null || !preview || this.writing) return
    this.writing = true
    this.refusal = null
    try {
      const { now, sha256, version } = preview
      const done = await reportsExport({ case: id, order: { ...this.order }, now, sha256, version })
      if (!done) return
      const values = { n: number(done.export), file: done.file.name, folder: done.file.folder, sha256: done.sha256.slice(0, 12) }
      await desk.changed(done.warning ?? say('report-exported', values))
      if (done.warning) remarks.add([done.warning])
      await this.list()
    } catch (cause) {
      this.#refuse(cause)
      // The case is not what the preview showed: it is set anew, and the reason stays beside it.
      const refusal = this.refusal
      if (cause instanceof Refused && cause.refusal.code === 'export.changed') {
        await this.renew()
        this.refusal ??= refusal
      }
    } finally {
      this.writing = false
    }
  }

  /** Looks at the bytes of an export, as they were written. */
  async look(past: ExportRecord): Promise<void> {
    const id = desk.caseId
    if (id === null) return
    await desk.try(async () => {
      this.#asked++
      this.busy = false
      const pdf = await openPdf(await bytes(await reportsLook({ case: id, export: past.id })))
      this.looked = past
      this.shown = 'preview'
      this.#show(pdf)
    })
  }

  /** Writes an export's bytes once more. */
  async again(past: ExportRecord): Promise<void> {
    const id = desk.caseId
    if (id === null) return
    await desk.try(async () => {
      const file = await reportsAgain({ case: id, export: past.id })
      if (file) desk.notice = { kind: 'done', text: say('report-written-again', { n: number(past.id), file: file.name, folder: file.folder }) }
    })
  }

  zoomBy(larger: boolean): void {
    this.zoom = step(this.scale, larger)
  }
}

export const reports = ofCase(() => new Reports())
