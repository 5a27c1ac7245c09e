import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.SHOMEI_DEV_SERVER ?? 'https://localhost:8443';

// biome-ignore lint/style/noDefaultExport: Vite reads the default export.
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // The content security policy allows fonts and images from our own origin, not from data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { '/api': { target: server, secure: false }, '/pki': { target: server, secure: false } } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 20_000,
    // All cores: by itself it leaves one to whoever watches.
    maxWorkers: '100%',
    // Loading the application anew for each file took more than half of the time.
    isolate: false,
    css: false,
  },
});
