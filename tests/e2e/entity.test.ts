/** A legal entity is written down once: its address and identifiers, from where its party stands; other cases keep their own. */
import { expect } from 'vitest'

import { escaped, type Home, KEY, test, until, Window } from './harness'

interface Shown {
  organisations: { id: number; name: string; identifier: string | null; address: string | null; country: string | null }[]
}

/** What a case knows of a legal entity. */
function known(home: Home, book: string, of: number, name: string): Shown['organisations'][number] | undefined {
  const shown = home.run(book, ['case', 'show', '--case', String(of)]) as unknown as Shown
  return shown.organisations.find((it) => it.name === name)
}

/** Two cases that name the same legal entity; what the first one learned, the second took over. */
function twoCases(home: Home): string {
  const book = home.book()
  const opens = (title: string): unknown => home.run(book, ['case', 'new', '--title', title, '--controller', 'Nordmeer GmbH', '--zone', 'Europe/Berlin'])
  opens('Verlorener Laptop')
  const id = known(home, book, 1, 'Nordmeer GmbH')?.id
  home.run(book, ['case', 'set', '--case', '1', `organisation[${id}].identifier=HRB 1`])
  opens('Postfach')
  home.run(book, ['party', 'add', '--case', '2', '--role', 'client', '--organisation', 'Fjord AS'])
  return book
}

async function atTimeline(home: Home, book: string): Promise<Window> {
  const window = await Window.open(home, { book, key: KEY })
  await window.click('button', /Postfach/)
  await window.see('heading', window.say('unit-account'))
  await window.go('timeline')
  return window
}

const identifier = (window: Window): RegExp => new RegExp(`^${escaped(window.say('written-identifier'))}`)
const address = (window: Window): RegExp => new RegExp(`^${escaped(window.say('written-address'))}`)

test('address and identifier are changed by keyboard, other cases are named and stay as they are, and undo takes it back', async ({ home }) => {
  const book = twoCases(home)
  const window = await atTimeline(home, book)
  const { say } = window
  await window.reads('HRB 1', '#written-answers')
  await window.command('action-timeline-entity')
  await window.see('dialog', say('entity-title', { name: 'Nordmeer GmbH' }))
  // Where else it stands is said before anything is changed, with what stands there.
  await window.reads(/Verlorener Laptop HRB 1/, '[role=dialog] .elsewhere')
  await window.reads(say('entity-stays'), '[role=dialog] .elsewhere')
  await window.fill(address(window), 'Hafenstraße 1, 20457 Hamburg')
  await window.fill(identifier(window), 'LEI 529900NORDMEER000001')
  await window.settles()
  await window.picture(`entity-${home.language}-${home.theme}`)
  await window.press('Enter')
  await window.gone('dialog')
  await window.hears(say('written-changed', { what: 'Nordmeer GmbH' }))
  await window.reads('LEI 529900NORDMEER000001 · Hafenstraße 1, 20457 Hamburg', '#written-answers')
  // One step takes both back, and brings both again.
  await window.press('Mod+Z')
  await window.reads('HRB 1', '#written-answers')
  expect(await window.text('#written-answers')).not.toContain('Hafenstraße')
  await window.press('Mod+Shift+Z')
  await window.reads('Hafenstraße 1', '#written-answers')
  await window.close()
  expect(known(home, book, 2, 'Nordmeer GmbH')).toMatchObject({ identifier: 'LEI 529900NORDMEER000001', address: 'Hafenstraße 1, 20457 Hamburg' })
  expect(known(home, book, 1, 'Nordmeer GmbH')).toMatchObject({ identifier: 'HRB 1', address: null })
  // The book knows it: a case that names it later takes it over.
  home.run(book, ['case', 'new', '--title', 'Später', '--controller', 'Nordmeer GmbH'])
  expect(known(home, book, 3, 'Nordmeer GmbH')).toMatchObject({ identifier: 'LEI 529900NORDMEER000001' })
  expect(home.run(book, ['verify'])).toMatchObject({ ok: true })
})

test('each party leads to its own legal entity, and what was begun for one is not lost to another', async ({ home }) => {
  const book = twoCases(home)
  const window = await atTimeline(home, book)
  const { say } = window
  await window.reads(say('entity-nothing'), '#written-parties')
  await window.click('button', new RegExp(`^${escaped(say('entity-fill'))} ?: ${escaped(say('entity-of', { party: 'Fjord AS' }))}`))
  await window.see('dialog', say('entity-title', { name: 'Fjord AS' }))
  await window.reads(say('entity-nowhere'), '[role=dialog]')
  // A country that is none is refused beside its field, and nothing is changed.
  const country = new RegExp(`^${escaped(say('written-country'))}`)
  await window.fill(country, 'XX')
  await window.fill(identifier(window), '912345678')
  const which = await window.see('combobox', say('entity-which'))
  expect(await window.script((it) => (it as unknown as HTMLSelectElement).disabled, which)).toBe(true)
  await window.reads(say('entity-which-typed'), '[role=dialog]')
  await window.click('button', say('written-save'))
  await until('why', async () => (await window.script(() => document.getElementById('entity-country-hint')?.textContent ?? '')).includes(say('field-country-unknown')))
  expect(await window.script(() => document.getElementById('entity-country')?.getAttribute('aria-invalid'))).toBe('true')
  await window.fill(country, 'NO')
  await window.click('button', say('written-save'))
  await window.gone('dialog')
  await window.reads('912345678', '#written-parties')
  // Nothing typed: from one legal entity to the next.
  await window.command('action-timeline-entity')
  await window.see('dialog', say('entity-title', { name: 'Nordmeer GmbH' }))
  await (await window.see('combobox', say('entity-which'))).sendKeys('Fjord AS')
  await window.see('dialog', say('entity-title', { name: 'Fjord AS' }))
  await until('its identifier', () => window.script(() => document.querySelector<HTMLInputElement>('#entity-identifier')?.value === '912345678'))
  await window.close()
  expect(known(home, book, 2, 'Fjord AS')).toMatchObject({ identifier: '912345678', country: 'NO' })
  expect(known(home, book, 2, 'Nordmeer GmbH')).toMatchObject({ identifier: 'HRB 1' })
})
