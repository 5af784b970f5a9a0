import { defineConfig } from 'vitest/config';

/** Every case of what the end-to-end tests try one of each kind of: all kill points, many crashes. */
export default defineConfig({
  test: {
    include: ['tests/long/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['lib/core/zod-setup.ts'],
    fileParallelism: false,
    testTimeout: 35 * 60_000,
    hookTimeout: 120_000,
  },
});
