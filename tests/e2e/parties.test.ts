/** Several parties: two controllers, a processor and a client that learn of it at different hours, by mouse and by keyboard. */
import { expect } from 'vitest'

import { escaped, type Home, KEY, test, until, Window } from './harness'

/** A party as the form takes it. */
interface Party {
  role: string
  organisation: string
  client?: string
}

/** A case with one party, opened where all is written down. */
async function atTimeline(home: Home): Promise<{ window: Window; book: string }> {
  const book = home.book()
  home.run(book, ['case', 'new', '--title', 'Postfach', '--zone', 'Europe/Berlin', '--controller', 'Nordmeer GmbH'])
  const window = await Window.open(home, { book, key: KEY })
  await window.see('button', /Postfach/)
  await window.go('timeline')
  return { window, book }
}

/** Adds a party through its form. */
async function adds(window: Window, party: Party): Promise<void> {
  const { say } = window
  await window.command('action-timeline-party')
  const role = await window.see('combobox', say('written-role'))
  await role.sendKeys(say(`role-${party.role.replaceAll('_', '-')}`))
  if (party.client) {
    const client = await window.see('combobox', new RegExp(`^${escaped(say('written-on-behalf-of'))}`))
    await client.sendKeys(party.client)
  }
  // Enter sends the form from a text field, not from a choice.
  await window.fill(say('written-organisation'), party.organisation)
  await window.press('Enter')
  await window.gone('dialog')
}

/** Determines awareness for a legal entity by keys alone. */
async function isAware(window: Window, party: string, at: string, why: string): Promise<void> {
  const { say } = window
  await window.press('K')
  await window.see('dialog')
  const chosen = await window.see('combobox', say('timeline-determining-entity'))
  await window.script((it) => (it as unknown as HTMLElement).focus(), chosen)
  await chosen.sendKeys(party)
  const other = await until('another time', async () => (await window.all('radio', say('timeline-other-time')))[0])
  await window.script((it) => (it as unknown as HTMLElement).focus(), other)
  await window.press('Space')
  await window.fill(say('timeline-time'), at)
  await window.fill(say('written-reason'), why)
  await window.press('Tab')
  await window.click('button', say('timeline-determine'))
  await window.gone('dialog')
  await window.reads(why, '#written-decisions')
}

interface Shown {
  parties: { id: number; organisation: string; role: string }[]
  by_party: { id: number; determined: { kind: string; value: string; reason: string; advice: string | null }[] }[]
  determinations: { superseded_by: number | null; reason: string; by: string }[]
}

test('two controllers, a processor and a client each have their hour, and what one decides is no other’s', async ({ home }) => {
  const { window, book } = await atTimeline(home)
  const { say } = window
  // The simple case says nothing of whose a thing is.
  await window.press('K')
  await window.see('dialog')
  expect(await window.all('combobox', say('timeline-determining-entity'))).toHaveLength(0)
  await window.press('Escape')
  await window.gone('dialog')
  await adds(window, { role: 'controller', organisation: 'Hafen AG' })
  await adds(window, { role: 'client', organisation: 'Fjord AS' })
  await adds(window, { role: 'processor', organisation: 'Host SE', client: 'Hafen AG' })
  await window.reads('Host SE', '#written-parties')
  const hours = [
    ['Nordmeer GmbH', '2026-11-24 09:00', 'Auswertung der Protokolle'],
    ['Hafen AG', '2026-11-24 11:30', 'Anruf von Nordmeer'],
    ['Host SE', '2026-11-23 17:05', 'Eigene Überwachung'],
    ['Fjord AS', '2026-11-25 08:15', 'Schreiben von Nordmeer'],
  ] as const
  for (const [party, at, why] of hours) await isAware(window, party, at, why)
  // By mouse: the second controller decides of the risk for itself; the main party's stays undetermined.
  await window.command('action-timeline-decide-risk')
  await (await window.see('combobox', say('timeline-determining-party'))).sendKeys('Hafen AG')
  await window.click('radio', say('risk-high'))
  await window.fill(say('written-reason'), 'Ausweiskopien')
  await window.fill(new RegExp(`^${escaped(say('written-advice'))}`), 'K. Rat')
  await window.click('button', say('timeline-determine'))
  await window.gone('dialog')
  await window.reads('Ausweiskopien', '#written-decisions')
  await window.settles()
  await window.picture(`parties-decisions-${home.language}-${home.theme}`)
  // Determined anew, what stood before is still to be read; nothing of it can be changed or removed.
  await window.click('button', new RegExp(`^${escaped(say('timeline-determine-anew'))} ?: ${escaped(say('determination-risk'))}, Hafen AG`))
  await window.fill(say('written-reason'), 'Nur Aktenzeichen')
  await window.click('button', say('timeline-determine'))
  await window.gone('dialog')
  await window.reads('Nur Aktenzeichen', '#written-decisions')
  await window.click('button', say('timeline-before', { n: 1 }))
  await window.reads('Ausweiskopien', '#written-decisions')
  expect(await window.script(() => document.querySelectorAll('#written-decisions .tools').length)).toBe(0)
  await window.close()
  const shown = home.run(book, ['case', 'show']) as unknown as Shown
  const of = (organisation: string, kind: string) => {
    const id = shown.parties.find((it) => it.organisation === organisation)?.id
    return shown.by_party.find((it) => it.id === id)?.determined.find((it) => it.kind === kind)
  }
  for (const [party, at, why] of hours) {
    expect(of(party, 'awareness')).toMatchObject({ reason: why })
    expect(of(party, 'awareness')?.value).toContain(at.slice(-5))
  }
  expect(of('Hafen AG', 'risk')).toMatchObject({ value: 'high', reason: 'Nur Aktenzeichen' })
  for (const other of ['Nordmeer GmbH', 'Host SE', 'Fjord AS']) expect(of(other, 'risk')).toBeUndefined()
  expect(shown.determinations.filter((it) => it.superseded_by !== null)).toMatchObject([{ reason: 'Ausweiskopien' }])
})
