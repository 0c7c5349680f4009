/** Runs the tests of the real window (`tests/e2e`): one window after the other, on a display of its own. */
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const ours = ['selenium-webdriver', 'axe-core', '@fluent/bundle']

export default defineConfig({
  root: here('..'),
  cacheDir: here('node_modules/.vite-e2e'),
  // The tests lie outside of this folder and take their packages from it.
  resolve: { alias: ours.map((name) => ({ find: new RegExp(`^${name}$`), replacement: here(`node_modules/${name}`) })) },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: [here('../tests/e2e/harness/display.ts')],
    fileParallelism: false,
    // A test that fails is tried once more, in a window of its own; the totals name it.
    retry: 1,
    // A hung window fails its test and never the run.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
})
