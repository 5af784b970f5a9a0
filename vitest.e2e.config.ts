import { defineConfig } from 'vitest/config';

/** End-to-end: one Chromium at a time, each file with its own profile; a test's own waits say what they wait for. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['lib/core/zod-setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
