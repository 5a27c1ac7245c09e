import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    setupFiles: ['e2e/setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    // A machine that stood still for half a minute is no fault of a page; what was tried again is told.
    retry: 1,
    fileParallelism: true,
    maxWorkers: 2,
    // The files that one worker goes through share its browsers; each visit has a window of its own.
    isolate: false,
  },
});
