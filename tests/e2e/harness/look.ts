/** Looks at a screen: with axe, for what shuts people out; with a ruler, for what is cut off. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ROOT } from './places'
import type { Window } from './window'

const AXE = readFileSync(join(ROOT, 'ui/node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  help: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

/** What axe finds wrong: WCAG 2.2 A and AA, and its own best practice. One line a fault. */
export async function axe(window: Window): Promise<string[]> {
  await window.driver.executeScript(`if (!window.axe) { ${AXE} }`)
  const violations = await window.driver.executeAsyncScript<Violation[] | string>(`
    const done = arguments[arguments.length - 1]
    window.axe.run(document, { resultTypes: ['violations'] }).then((it) => done(it.violations), (cause) => done(String(cause)))
  `)
  if (typeof violations === 'string') return [violations]
  return violations.flatMap((it) => it.nodes.map((node) => `${it.id} ${JSON.stringify(node.target)}: ${node.failureSummary ?? it.help}`.replaceAll(/\s+/g, ' ')))
}

/** What stands out of the window, or is cut off without a way to reach it. */
export function cutOff(window: Window): Promise<string[]> {
  return window.script(() => {
    const found: string[] = []
    const named = (it: Element): string => `${it.tagName.toLowerCase()}${it.className && typeof it.className === 'string' ? `.${it.className.split(' ')[0]}` : ''} "${(it.textContent ?? '').trim().slice(0, 40)}"`
    const page = document.documentElement
    if (page.scrollWidth > innerWidth + 1 || page.scrollHeight > innerHeight + 1) found.push(`the page is ${page.scrollWidth} × ${page.scrollHeight} in ${innerWidth} × ${innerHeight}`)
    const scrolls = (it: Element, axis: 'X' | 'Y'): boolean => /auto|scroll/.test(getComputedStyle(it)[`overflow${axis}`])
    for (const it of document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, h1, h2, summary, [role=gridcell]')) {
      if (!it.checkVisibility({ visibilityProperty: true }) || it.closest('.visually-hidden, .skip')) continue
      const box = it.getBoundingClientRect()
      if (box.width <= 1 || box.height <= 1) continue
      let [reachX, reachY] = [false, false]
      let clip: Element | null = it.parentElement
      for (; clip; clip = clip.parentElement) {
        const style = getComputedStyle(clip)
        const edge = clip.getBoundingClientRect()
        reachX ||= scrolls(clip, 'X')
        reachY ||= scrolls(clip, 'Y')
        const outX = style.overflowX !== 'visible' && (box.left >= edge.right - 1 || box.right <= edge.left + 1)
        const outY = style.overflowY !== 'visible' && (box.top >= edge.bottom - 1 || box.bottom <= edge.top + 1)
        if ((outX && !reachX) || (outY && !reachY)) {
          found.push(`${named(it)} lies outside of ${named(clip)}`)
          break
        }
      }
      if (!reachX && (box.right > innerWidth + 1 || box.left < -1)) found.push(`${named(it)} stands out sideways`)
      if (!reachY && (box.bottom > innerHeight + 1 || box.top < -1)) found.push(`${named(it)} stands out below`)
    }
    return [...new Set(found)]
  })
}
