import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'lib/**/*.test.ts',
      'entrypoints/**/*.test.{ts,tsx}',
      'demo/**/*.test.ts',
      'scripts/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
    ],
    environment: 'node',
    setupFiles: ['lib/core/zod-setup.ts'],
    maxWorkers: 2,
    // A busy machine may take its time: what is waited for is a fact, not a pace.
    testTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
