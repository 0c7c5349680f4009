/** Hour 40: the report. Looked at, exported to a file by the native dialog: the very bytes, and no name in them. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { expect } from 'vitest'

import { chooses, KEY, test, until, Window } from './harness'

test('the report that is written is the one that was shown, and names nobody', async ({ home }) => {
  const book = home.samples()
  const window = await Window.open(home, { book, key: KEY })
  const { say } = window
  await window.click('button', /Nordmeer/)
  await window.see('heading', say('unit-account'))
  await window.go('report')
  const shown = await until('the preview', async () => /SHA-256 ([0-9a-f]{64})/.exec(await window.text())?.[1], 60_000)
  await until('a page', () => window.script(() => document.querySelector('canvas') !== null))
  await window.settles()
  await window.picture(`report-preview-${home.language}-${home.theme}`)
  await window.press('Mod+E')
  await chooses(say('report-place'), home.path('meldung.pdf'))
  const heard = await window.hears(/meldung\.pdf/)
  const bytes = readFileSync(home.path('meldung.pdf'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(sha256).toBe(shown)
  expect(heard).toContain(sha256.slice(0, 12))
  const text = execFileSync('pdftotext', ['-layout', home.path('meldung.pdf'), '-'], { encoding: 'utf8' })
  expect(text).toContain('Nordmeer Logistik GmbH')
  for (const name of ['a.brandt@', 'Brandt', 'Lindqvist', 'de Wit']) expect(text).not.toContain(name)
  // It stands among the exports, and can be written again with the same bytes.
  await window.click('button', new RegExp(`^${say('report-tab-past')}`))
  await window.click('button', `${say('report-again')}: 1`)
  await chooses(say('report-place'), home.path('noch-einmal.pdf'))
  await window.hears(/noch-einmal\.pdf/)
  expect(createHash('sha256').update(readFileSync(home.path('noch-einmal.pdf'))).digest('hex')).toBe(sha256)
  await window.close()
  expect(home.run(book, ['export', 'list', '--case', '2'])).toMatchObject({ exports: [{ sha256, names: false }] })
})
