/** Opens PDF files: pdf.js, loaded when the first one is looked at, its worker kept for the next. */
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

export type Pdf = PDFDocumentProxy
export type PdfPage = PDFPageProxy

let worker: PDFWorker | null = null

/** Opens a file. The bytes are handed to the worker and are gone here. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const pdfjs = await import('pdfjs-dist')
  // A port of our own: what pdf.js would make of the address knows http origins only.
  worker ??= pdfjs.PDFWorker.create({ port: new Worker(workerUrl, { type: 'module' }) })
  const task = pdfjs.getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    disableAutoFetch: true,
    stopAtErrors: false,
    verbosity: 0,
  })
  return task.promise
}

/** Draws a page on a canvas, sharp on every screen; `cancel` stops it. */
export function drawPage(page: PdfPage, canvas: HTMLCanvasElement, scale: number): { done: Promise<void>; cancel: () => void } {
  const viewport = page.getViewport({ scale: scale * Math.min(3, window.devicePixelRatio || 1) })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  const task = page.render({ canvas, viewport })
  return { done: task.promise, cancel: () => task.cancel() }
}

/** Lays a page's text over its picture, to be selected, searched and read out. */
export async function layText(page: PdfPage, container: HTMLElement, scale: number): Promise<void> {
  const { TextLayer } = await import('pdfjs-dist')
  const layer = new TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: false }),
    container,
    viewport: page.getViewport({ scale }),
  })
  await layer.render()
}
