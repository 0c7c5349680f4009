/** Measures the real window (`tests/e2e/speed`) for `cargo xtask bench`. */
import { mergeConfig } from 'vitest/config'

import e2e from './vitest.e2e.config'

const config = mergeConfig(e2e, { test: { testTimeout: 600_000 } })
// What is measured is no test, and measured once.
config.test.include = ['tests/e2e/speed/**/*.speed.ts']
config.test.retry = 0
config.test.maxWorkers = 1

export default config
