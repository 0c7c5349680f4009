/** What is typed: a filter whose terms stand in boxes, a time in words; and a head that never cuts its clock. */
import { expect } from 'vitest'

import { axe, KEY, test, until, Window } from './harness'

const LONG = 'domain:nordmeer.example status:confirmed,suspected'

/** What stands in the boxes of the field. */
const boxes = (window: Window): Promise<string[]> =>
  window.script(() => [...document.querySelectorAll<HTMLElement>('.filter .term')].map((it) => it.innerText))

test('the finished terms of a filter stand in boxes, and the field stays one text', async ({ home }) => {
  const window = await Window.open(home, { book: home.samples(), key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  await window.go('accounts')
  await window.press('/')
  await window.types()
  await window.type('domain:nordmeer.example')
  expect(await boxes(window)).toEqual([])
  await window.type(' status:confirmed,suspected ')
  await until('two boxes', async () => (await boxes(window)).join(' ') === LONG)
  await window.press('Enter')
  await window.settles()
  await window.picture(`filter-terms-${home.language}-${home.theme}`)
  // The letters beneath are as wide as those of the field.
  const widths = await window.script(() => {
    const field = document.querySelector<HTMLInputElement>('.filter input')!
    const under = document.querySelector<HTMLElement>('.filter .letters')!
    const canvas = document.createElement('canvas').getContext('2d')!
    const style = getComputedStyle(field)
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const spaces = field.value.split(' ').length - 1
    return [under.getBoundingClientRect().width, canvas.measureText(field.value).width + spaces * parseFloat(style.wordSpacing)]
  })
  expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThan(2)
  // Read out and copied it is text, and nothing besides.
  expect(await window.all('textbox', say('list-filter'))).toHaveLength(1)
  await window.press('/')
  await window.types()
  expect(await window.script(() => (document.activeElement as HTMLInputElement).value.trim())).toBe(LONG)
  await window.reads('14', '.count')
  await window.press('Mod+A', 'Backspace')
  await until('no boxes', async () => (await boxes(window)).length === 0)
  await until('every account', async () => /^16 /.test(await window.text('.count')))
  expect(await window.script(() => (document.activeElement as HTMLInputElement).value)).toBe('')
  await window.type('region:Nor')
  await window.see('option', /Nord/)
  expect(await axe(window)).toEqual([])
})

test('a time is typed as people say it, and how it is read stands beneath at once', async ({ home }) => {
  const window = await Window.open(home, { book: home.samples(), key: KEY })
  const { say } = window
  await window.see('button', /Nordmeer/)
  await window.press('Mod+N')
  await window.see('dialog', say('start-new-case'))
  await window.fill(say('case-title'), 'Gestern')
  await window.fill(say('case-suspected'), 'gest')
  await window.reads(say('time-not-read'), '[role=dialog]')
  await window.fill(say('case-suspected'), 'gestern 9 Uhr')
  await window.reads(/24\. November 2026, 09:00 MEZ/, '[role=dialog]')
  await window.settles()
  await window.picture(`new-case-time-${home.language}-${home.theme}`)
  await window.press('Enter')
  await window.gone('dialog')
  await window.see('button', /Gestern/)
  await window.close()
})

test('the clock of the head is never cut, and a long title can be read whole', async ({ home }) => {
  const book = home.samples()
  const title = 'Nordmeer Logistik, Postfächer der Niederlassungen in Hamburg, Rotterdam und Göteborg'
  home.run(book, ['case', 'set', `title=${title}`, '--case', '2'])
  for (const [size, zoom] of [[[1024, 700], false], [[1360, 820], true], [[1360, 820], false]] as const) {
    const window = await Window.open(home, { book, key: KEY, size: [...size] })
    await window.click('button', /Nordmeer/)
    await window.see('heading', window.say('unit-account'))
    if (zoom) await window.zoom()
    await window.settles()
    await window.picture(`head-${home.language}-${size[0]}-${zoom ? 'zoom' : 'plain'}`)
    const cut = await window.script(() => {
      const clock = document.querySelector<HTMLElement>('header .clock')!
      const inside = [clock, ...clock.querySelectorAll<HTMLElement>('*')]
      const head = document.querySelector('header')!.getBoundingClientRect()
      const box = clock.getBoundingClientRect()
      const outside = box.left < 0 || box.right > innerWidth || box.top < head.top || box.bottom > head.bottom
      return [outside, inside.some((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0 || it.scrollHeight > it.clientHeight + 1 && it.clientHeight > 0)]
    })
    expect(cut).toEqual([false, false])
    expect(await window.text('header .clock')).toMatch(/\d/)
    const named = await window.all('button', new RegExp(title))
    expect(named).toHaveLength(1)
    expect(await window.script(() => document.querySelector('header .case')?.getAttribute('title') ?? '')).toContain(title)
    await window.close()
  }
})
