import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/e2e/prepared-folder.ts',
    // Two cores: more workers than that only make the tests that start processes wait for each other.
    maxWorkers: 2,
    // No promise of speed: tests load the model, index libraries and start browsers on machines of any speed and load.
    // Only what hangs is to end, and to be named.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
