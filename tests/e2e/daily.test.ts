/** What is done on most days: a list laid out, copied, written; a number and a side adopted; a passphrase, a copy. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'vitest'

import { chooses, closes, escaped, type Home, KEY, test, until, Window } from './harness'

async function opened(home: Home, place: string, book = home.samples()): Promise<Window> {
  const window = await Window.open(home, { book, key: KEY })
  await window.click('button', /Nordmeer/)
  await window.see('heading', window.say('unit-account'))
  await window.go(place)
  return window
}

/** How what was undone is said, whatever it was. */
const undone = (window: Window): RegExp => new RegExp(window.say('window-undone', { deed: '', n: 1, left: 0 }).slice(0, 12).trim())

/** The rows of the list as they are read, cell by cell, without the check marks. */
const rows = (window: Window): Promise<string[][]> =>
  until('rows', async () => {
    const found = await window.script(() =>
      [...document.querySelectorAll('[role=row][aria-selected]')].map((it) => [...it.querySelectorAll('[role=gridcell]')].slice(1).map((cell) => cell.textContent?.trim() ?? '')),
    )
    return found.length > 0 && found.every((it) => it[0] !== '') && found
  })

test('a list is written as it is shown: these rows, these columns, in this order', async ({ home }) => {
  const window = await opened(home, 'accounts')
  const { say } = window
  await window.press('/')
  await window.types()
  await window.type('region:Nordics')
  await window.press('Enter')
  await until('fewer', async () => (await window.text('.count')).startsWith('4 '))
  // The other way round, by address.
  await window.click('button', new RegExp(`^${say('list-column-address')}`))
  await window.click('button', new RegExp(`^${say('list-column-address')}`))
  await until('the other way round', () => window.script(() => document.querySelector('[aria-sort=descending]') !== null))
  const shown = await until('from the end', async () => {
    const found = await rows(window)
    const addresses = found.map((it) => it[0] ?? '')
    return addresses.join() === addresses.toSorted().toReversed().join() && found
  })
  await window.press('Mod+E')
  await window.see('dialog', say('list-write'))
  await (await window.see('combobox', say('list-format'))).sendKeys('CSV')
  await window.click('button', say('list-write-do'))
  await chooses(say('list-write'), home.path('liste.csv'))
  await window.hears(say('list-written', { file: 'liste.csv', n: 4, number: '4' }))
  const [head = '', ...lines] = readFileSync(home.path('liste.csv'), 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/)
  const apart = head.includes(';') ? ';' : ','
  const cells = lines.map((it) => it.split(apart).map((cell) => cell.replaceAll(/^"|"$/g, '')))
  expect(cells.map((it) => it[0])).toEqual(shown.map((it) => it[0]))
  const heads = await window.script(() => [...document.querySelectorAll('[role=columnheader] button')].map((it) => it.getAttribute('title') ?? ''))
  expect(head.split(apart)).toHaveLength(heads.length)
  const region = heads.indexOf(say('list-column-region'))
  expect(cells.map((it) => it[region])).toEqual(shown.map((it) => it[region]))
})

test('the cell beneath the mouse says the whole of what it holds, and no other does', async ({ home }) => {
  const window = await opened(home, 'accounts', home.samples())
  const titled = (): Promise<[string, string][]> =>
    window.script(() => [...document.querySelectorAll('[role=gridcell][title]')].map((it) => [it.textContent ?? '', it.getAttribute('title') ?? '']))
  await window.see('gridcell', /^b\.lindqvist/)
  expect(await titled()).toEqual([])
  for (const name of [/^b\.lindqvist/, /^DE · /]) {
    await window.driver.actions({ async: true }).move({ origin: await window.see('gridcell', name) }).perform()
    const [cell] = await until('one title', async () => ((it) => it.length === 1 && name.test(it[0]?.[0] ?? '') && it)(await titled()))
    expect(cell?.[1]).toBe(cell?.[0])
  }
})

test('in a long list a page glides, and rows that flew past are there again once they rest', async ({ home }) => {
  const book = home.samples()
  const list = Array.from({ length: 3000 }, (_, at) => `person${at}@nordmeer.example,Hamburg`).join('\n')
  home.run(book, ['import', home.file('long.csv', `mail,region\n${list}\n`), '--case', '2'])
  const window = await opened(home, 'accounts', book)
  await rows(window)
  // What stands at the top of the list, frame by frame, while something moves it, and whether rows are drawn as placeholders.
  interface Frame { top: number; placeholders: boolean }
  const frames = (step: string): Promise<Frame[]> =>
    until('frames', async () => {
      await window.driver.executeScript(`
        if (window.frames30 === undefined) {
          const it = document.querySelector('[role=grid]'), found = [], top = it.getBoundingClientRect().top
          window.frames30 = null
          it.focus()
          const frame = (n) => {
            // Rows that move stand in the page in no order; at rest they do.
            const rows = [...it.querySelectorAll('[aria-selected]')]
            const seen = rows.filter((row) => row.getBoundingClientRect().bottom > top + 31)
            found.push({
              top: Math.min(...seen.map((row) => Number(row.id.slice('row-'.length)))),
              placeholders: rows.every((row) => row.ariaBusy === 'true'),
            })
            if (n === 30) return void (window.frames30 = found)
            ${step}
            requestAnimationFrame(() => frame(n + 1))
          }
          frame(0)
        }`)
      const found = await window.script(() => (window as unknown as { frames30?: Frame[] | null }).frames30)
      return found && (await window.driver.executeScript('delete window.frames30'), found)
    })
  const glided = await frames('if (n === 2 || n === 12) it.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }))')
  expect(glided[0]).toEqual({ top: 0, placeholders: false })
  expect(new Set(glided.map((it) => it.top)).size).toBeGreaterThan(4)
  expect(glided.some((it) => it.placeholders)).toBe(false)
  // To and fro over rows that are at hand: what flies past is not drawn.
  const swung = await frames('it.scrollTop += n % 2 ? 900 : -900')
  expect(swung.some((it) => it.placeholders)).toBe(true)
  const flown = await frames('if (n < 25) it.scrollTop += 900')
  expect(Math.max(...flown.map((it) => it.top))).toBeGreaterThan(500)
  // At rest every row is there, with its whole text, in its order.
  await until('whole texts', async () => (await rows(window)).every((it) => it[0]?.endsWith('@nordmeer.example')))
  await until('rows in their order', () => window.script(() => {
    const places = [...document.querySelectorAll('[role=row][aria-selected]')].map((row) => [Number(row.getAttribute('aria-rowindex')), row.getBoundingClientRect().top] as const)
    return places.every(([at, top], n) => n === 0 || (at === (places[n - 1]?.[0] ?? 0) + 1 && top > (places[n - 1]?.[1] ?? 0)))
  }))
})

test('what is chosen is copied, and can be pasted', async ({ home }) => {
  const window = await opened(home, 'accounts')
  const shown = await rows(window)
  await window.tabsTo('[role=grid]')
  await window.press('Space', 'Down', 'Space', 'Mod+C')
  await window.hears(window.say('list-copied', { n: 2, number: '2' }))
  await window.go('timeline')
  await window.press('T')
  await window.see('dialog')
  await window.tabsTo('textarea')
  await window.press('Mod+V')
  const pasted = await until('what was copied', () => window.script(() => (document.activeElement as HTMLTextAreaElement).value))
  const lines = pasted.trim().split('\n').map((it) => it.split('\t')[0]?.trim())
  expect(lines.slice(-2)).toEqual(shown.slice(0, 2).map((it) => it[0]))
})

test('a column that was widened by its edge is as wide the next time', async ({ home }) => {
  const book = home.samples()
  const width = (window: Window): Promise<number> =>
    until('the column', () => window.script(() => document.querySelector('[role=columnheader][aria-colindex="2"]')?.getBoundingClientRect().width))
  const first = await opened(home, 'accounts', book)
  await rows(first)
  const before = await width(first)
  const edge = await until('its edge', () => first.script(() => document.querySelector('[role=columnheader][aria-colindex="2"] .edge')))
  const mouse = first.driver.actions({ async: true })
  await mouse.move({ origin: edge as never }).press().move({ origin: edge as never, x: 40, y: 0 }).move({ origin: edge as never, x: 72, y: 0 }).release().perform()
  const after = await until('a wider column', async () => (await width(first)) > before + 40 && width(first))
  await until('it is kept', async () => readFileSync(home.settings, 'utf8').includes('address'))
  await first.close()
  const second = await opened(home, 'accounts', book)
  await rows(second)
  expect(await width(second)).toBe(after)
})

test('a bar of a chart leads to the accounts that it counts', async ({ home }) => {
  const window = await opened(home, 'overview')
  const { say } = window
  const bar = await until('a bar', () => window.script(() => document.querySelector<HTMLElement>('.hit[title^="Hamburg"]')?.title))
  await window.click('button', new RegExp(`^${escaped(bar)}`))
  await window.see('textbox', say('list-filter'))
  const found = await until('the count', async () => /^(\d+) \D*16/.exec(await window.text('.count'))?.[1])
  expect(bar).toContain(found)
  expect(await window.script(() => document.querySelector<HTMLInputElement>('.filter input')?.value)).toContain('Hamburg')
  const region = await window.script(() => [...document.querySelectorAll('[role=columnheader] button')].map((it) => it.getAttribute('title')))
  const at = region.indexOf(say('list-column-region'))
  expect(new Set((await rows(window)).map((it) => it[at]))).toEqual(new Set(['Hamburg']))
})

test('one side of a contradiction is adopted, and it is settled', async ({ home }) => {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin'])
  home.run(book, ['import', home.file('eins.csv', 'mail,region\nada@nordmeer.example,Hamburg\nbo@nordmeer.example,Hamburg\n')])
  home.run(book, ['import', home.file('zwei.csv', 'mail,region\nada@nordmeer.example,Lissabon\n')])
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.see('button', /Postfach/)
  await window.go('accounts')
  const field = await window.see('region', new RegExp(`^${escaped(say('inspect-conflict', { field: '' }))}`))
  const said = await window.script((it) => (it as unknown as HTMLElement).querySelector('li b')?.textContent ?? '', field)
  expect(said).not.toBe('')
  await window.click('button', new RegExp(`^${escaped(`${say('inspect-adopt')}: ${said}`)}$`))
  await window.hears(say('inspect-adopted'))
  await window.reads(new RegExp(`${escaped(`${say('list-column-region')}: ${said} ${say('deed-conflict-adopt')}`)}`), 'aside')
  await window.gone('region', new RegExp(`^${escaped(say('inspect-conflict', { field: '' }))}`))
  await window.close()
  expect(home.run(book, ['accounts', '--where', `region:${said}`])['accounts']).toContainEqual(expect.objectContaining({ key: 'ada@nordmeer.example' }))
  expect(home.run(book, ['accounts', '--where', 'conflict:*'])['accounts']).toEqual([])
})

test('a row goes where its removal is clicked, the next one stays whatever the second click, and undo brings it back', async ({ home }) => {
  const window = await opened(home, 'timeline')
  const { say } = window
  await window.see('heading', say('timeline-milestones'))
  const removals = (): ReturnType<Window['all']> => window.all('button', new RegExp(`^${escaped(say('written-remove', { what: '' }))}`))
  const before = (await removals()).length
  expect(before).toBeGreaterThan(2)
  const first = (await removals())[0]
  if (!first) throw new Error('nothing to remove')
  await window.driver.actions().move({ origin: first }).click().pause(300).click().perform()
  await window.hears(say('written-removed', { what: say('written-milestone') }))
  await window.settles()
  expect((await removals()).length).toBe(before - 1)
  await window.press('Mod+Z')
  await until('the row again', async () => (await removals()).length === before)
})

test('a number that was typed gives way to the one that was counted', async ({ home }) => {
  const book = home.samples()
  home.run(book, ['count', 'set', '--case', '2', 'accounts', '--value', '5', '--source', 'Telefon'])
  const window = await opened(home, 'timeline', book)
  const { say } = window
  await window.reads(/Konten 5/, '#written-numbers')
  await window.click('button', say('timeline-adopt-computed'))
  await window.hears(say('timeline-adopted-computed', { what: say('subject-accounts') }))
  await window.gone('button', say('timeline-adopt-computed'))
  // What was typed stays to be read.
  await window.reads(say('timeline-typed-before', { n: 1 }), '#written-numbers')
  await window.close()
  const facts = home.run(book, ['facts', '--case', '2'])
  expect(JSON.stringify(facts['accounts'])).not.toContain('5,')
})

test('a report without names that would name somebody is refused, says where, and can be mended', async ({ home }) => {
  const window = await opened(home, 'timeline')
  const { say } = window
  await window.press('M')
  await window.see('dialog')
  await (await window.see('combobox', say('written-kind'))).sendKeys(say('milestone-told'))
  await window.fill(say('written-at'), '2026-11-24')
  await window.fill(new RegExp(`^${say('written-what')} `), 'Anruf von a.brandt@nordmeer.example')
  await window.click('button', say('written-save'))
  await window.gone('dialog')
  await window.go('report')
  await window.reads(say('report-refused-title'), '.viewer [role=alert]', 30_000)
  await window.reads(say('error-export-leak', { kind: 'key', place: say('dossier-timeline') }), '.viewer [role=alert]')
  expect(await window.script(() => document.querySelector('.act .btn.main')?.matches(':disabled'))).toBe(true)
  await window.press('Mod+E')
  // With names it is another report: that one can be seen.
  await window.click('checkbox', say('report-names'))
  await until('its preview', async () => /SHA-256 [0-9a-f]{64}/.test(await window.text()), 60_000)
  await window.click('checkbox', say('report-names'))
  await window.reads(say('report-refused-title'), '.viewer [role=alert]', 30_000)
  await window.click('button', say('report-leak-mend'))
  await window.see('heading', say('timeline-claims'))
  await window.press('Mod+Z')
  await window.hears(undone(window))
  await window.go('report')
  await until('its preview without names', async () => /SHA-256 [0-9a-f]{64}/.test(await window.text()), 60_000)
})

test('a passphrase is changed: the new one opens the book, the old one no longer', async ({ home }) => {
  const book = home.samples()
  const window = await opened(home, 'settings', book)
  const { say } = window
  const neu = 'Kiesel Laterne Hafen Sieben'
  const change = async (old: string): Promise<void> => {
    await window.fill(say('settings-passphrase-old'), old)
    await window.fill(say('settings-passphrase-new'), neu)
    await window.fill(say('passphrase-again'), neu)
    await window.click('button', say('settings-passphrase-do'))
  }
  await window.click('button', say('settings-passphrase'))
  await window.see('dialog', say('settings-passphrase'))
  await change('falsch')
  await window.reads(/./, '[role=dialog] [role=alert]')
  await change(KEY)
  await window.gone('dialog')
  await window.hears(say('settings-passphrase-changed'))
  await window.close()
  expect(() => home.run(book, ['case', 'list'])).toThrow()
  const again = await Window.open(home, { book, key: neu })
  await again.see('button', /Nordmeer/)
})

test('closing the window leaves a copy of a book that was changed where the settings say', async ({ home }) => {
  const folder = join(home.folder, 'kopien')
  mkdirSync(folder)
  home.set({ backup_folder: folder })
  const book = home.samples()
  const window = await opened(home, 'settings', book)
  // A book in which nothing was changed needs no copy.
  await window.press('Mod+Z')
  await window.hears(undone(window))
  expect(readdirSync(folder)).toEqual([])
  await closes()
  const copy = await until('a copy', async () => readdirSync(folder).find((it) => it.endsWith('.breachbook')), 30_000)
  await until('the window is gone', async () => !(await window.script(() => true).catch(() => false)))
  expect(existsSync(book)).toBe(true)
  expect(home.run(join(folder, copy), ['verify'])).toMatchObject({ ok: true })
  expect(home.run(join(folder, copy), ['case', 'list'])['cases']).toHaveLength(2)
})
