/** Where things lie: the project, the programs that were built, what the tests leave behind. */
import { join, resolve } from 'node:path'

/** The project. */
export const ROOT = resolve(import.meta.dirname, '../../..')
const TARGET = process.env['BREACHBOOK_TARGET'] ?? join(ROOT, 'target')

/** The window. */
export const WINDOW = process.env['BREACHBOOK_WINDOW'] ?? join(TARGET, 'debug/breachbook-window')
/** The command line. */
export const PROGRAM = process.env['BREACHBOOK_PROGRAM'] ?? join(TARGET, 'debug/breachbook')
/** Hands the tests' orders to the system's web driver. */
export const DRIVER = process.env['BREACHBOOK_DRIVER'] ?? join(TARGET, 'tools/bin/tauri-driver')
/** What the tests leave behind. */
export const KEPT = join(TARGET, 'e2e')
/** Pictures of every screen. */
export const SCREENS = join(KEPT, 'screens')
/** Books that several tests copy. */
export const BOOKS = join(KEPT, 'books')
