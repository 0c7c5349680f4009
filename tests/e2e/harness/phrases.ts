/** The phrases that the window shows, so that a test asks for what a reader reads. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

import { ROOT } from './places'

/** Says a phrase of a language. */
export type Say = (id: string, values?: Record<string, FluentVariable>) => string

export function phrases(language: string): Say {
  const text = readFileSync(join(ROOT, 'locales', `${language}.ftl`), 'utf8')
  const locale = /^locale = (\S+)/m.exec(text)?.[1] ?? language
  const bundle = new FluentBundle(locale, { useIsolating: false })
  bundle.addResource(new FluentResource(text))
  return (id, values) => {
    const pattern = bundle.getMessage(id)?.value
    if (!pattern) throw new Error(`no phrase ${id} in ${language}`)
    return bundle.formatPattern(pattern, values)
  }
}
