import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two cores: more workers than that only make the tests that start processes wait for each other.
    maxWorkers: 2,
    // Tests load the model, compile SQLite statements and start browsers on machines of any speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
