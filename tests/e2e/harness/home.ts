/** A home of its own for each test: folders, settings, books, and the command line in it. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { BOOKS, PROGRAM } from './places'

/** The clock of the tests stands still here. */
export const NOW = '2026-11-25T13:07:31Z'
/** The passphrase of every book that is made beforehand. */
export const KEY = 'demo'

export type Language = 'en' | 'de'
export type Theme = 'light' | 'dark'

/** A folder that a test owns, and what stands in it. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), 'breachbook-'))
  readonly documents = join(this.folder, 'documents')
  readonly settings = join(this.folder, 'settings.json')
  readonly env: Record<string, string>

  constructor(
    readonly language: Language = 'en',
    readonly theme: Theme = 'light',
  ) {
    for (const name of ['documents', 'data', 'config', 'cache', 'run', 'state']) mkdirSync(join(this.folder, name), { mode: 0o700 })
    this.set({})
    this.env = {
      HOME: this.folder,
      XDG_DATA_HOME: join(this.folder, 'data'),
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      XDG_CACHE_HOME: join(this.folder, 'cache'),
      XDG_STATE_HOME: join(this.folder, 'state'),
      XDG_RUNTIME_DIR: join(this.folder, 'run'),
      BREACHBOOK_SETTINGS: this.settings,
      BREACHBOOK_NOW: NOW,
      BREACHBOOK_LANGUAGE: language,
      LANG: 'C.UTF-8',
      TZ: 'Europe/Berlin',
      GDK_BACKEND: 'x11',
      GTK_THEME: 'Adwaita',
      NO_AT_BRIDGE: '1',
    }
  }

  /** Writes the settings, as a window that ran before left them. */
  set(settings: Record<string, unknown>): void {
    writeFileSync(this.settings, JSON.stringify({ language: this.language, theme: this.theme, name: 'Ada Lund', ...settings }))
  }

  /** A file in it, with this text. */
  file(name: string, text: string): string {
    const path = this.path(name)
    writeFileSync(path, text)
    return path
  }

  /** A path in it. */
  path(name: string): string {
    return join(this.documents, name)
  }

  /** A copy of the book with both samples. */
  samples(name = 'samples.breachbook'): string {
    return this.once('samples.breachbook', this.path(name), (book) => this.run(book, ['sample']))
  }

  /**
   * The samples, with what their fictional case has not: a claim beside its number, one person per account, another case
   * of its legal entity, a report that was written.
   */
  furnished(): string {
    return this.once('furnished.breachbook', this.path('samples.breachbook'), (book) => {
      this.samples('samples.breachbook')
      const claim = { subject: 'records', at_least: 4000, unit: 'email', source: 'Nordmeer IT', said: '2026-11-24' }
      this.run(book, ['case', 'set', '--case', '2', `claim+=${JSON.stringify(claim)}`])
      this.run(book, ['tag', '--case', '2', '--one-person', 'Eine Lizenz je Person, laut Personalabteilung', '--where', 'region:Nordics'])
      this.run(book, ['case', 'new', '--title', 'Verlorener Laptop', '--controller', 'Nordmeer Logistik GmbH', '--zone', 'Europe/Berlin'])
      const shown = this.run(book, ['case', 'show', '--case', '3']) as { organisations?: { id: number }[] }
      const entity = `organisation[${shown.organisations?.[0]?.id}]`
      this.run(book, ['case', 'set', '--case', '3', `${entity}.identifier=HRB 10442, Amtsgericht Hamburg`, `${entity}.address=Am Sandtorkai 4, 20457 Hamburg`])
      this.run(book, ['report', '--case', '2', '--out', this.path('bericht.pdf')])
    })
  }

  /** A copy of a book that is made by the first test that asks for it. Of two that ask at once each makes one, and one is kept. */
  private once(name: string, place: string, make: (book: string) => void): string {
    const made = join(BOOKS, name)
    if (existsSync(made)) copyFileSync(made, place)
    else {
      make(place)
      mkdirSync(BOOKS, { recursive: true })
      const aside = `${made}.${process.pid}`
      copyFileSync(place, aside)
      renameSync(aside, made)
    }
    return place
  }

  /** A new book, sealed with the key, without a case. */
  book(name = 'own.breachbook'): string {
    this.run(this.path(name), ['book', 'new'])
    return this.path(name)
  }

  /** The command line on a book; its JSON. */
  run(book: string, words: string[]): Record<string, unknown> {
    const env = { ...process.env, ...this.env, BREACHBOOK_BOOK: book, BREACHBOOK_KEY: KEY, BREACHBOOK_USER: 'Ada Lund' }
    const said = execFileSync(PROGRAM, [...words, '--json'], { env, encoding: 'utf8', timeout: 60_000 })
    return JSON.parse(said) as Record<string, unknown>
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
