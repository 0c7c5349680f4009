/** Runs the tests of the real window (`tests/e2e`): two files at a time where there are two processors, each on a display of its own. */
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const ours = ['selenium-webdriver', 'axe-core', '@fluent/bundle']

/** The longest files, the longest first: begun last, one of them would run on alone. */
const LONGEST = ['screens-tight.test.ts', 'screens.test.ts', 'keyboard.test.ts', 'actions.test.ts', 'keeps.test.ts', 'daily.test.ts']

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = (it: TestSpecification): number => (LONGEST.indexOf(basename(it.moduleId)) + LONGEST.length + 1) % (LONGEST.length + 1)
    const inOrder = files.toSorted((a, b) => place(a) - place(b) || a.moduleId.localeCompare(b.moduleId))
    return Promise.resolve(inOrder)
  }
}

export default defineConfig({
  root: here('..'),
  cacheDir: here('node_modules/.vite-e2e'),
  // The tests lie outside of this folder and take their packages from it.
  resolve: { alias: ours.map((name) => ({ find: new RegExp(`^${name}$`), replacement: here(`node_modules/${name}`) })) },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: [here('../tests/e2e/harness/display.ts')],
    // A window mostly waits; three on two processors would wait for each other.
    maxWorkers: Math.min(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    // A test that fails is tried once more, in a window of its own; the totals name it.
    retry: 1,
    // A hung window fails its test and never the run.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
})
