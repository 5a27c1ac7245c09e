import { defineConfig } from 'vitest/config';

// A tour of all screens against the stand-in for the server: `npm run screens`, then look at e2e/screenshots/tour.
// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: { include: ['test/screens.tour.ts'], testTimeout: 600_000, hookTimeout: 60_000 },
});
