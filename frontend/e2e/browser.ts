import type { BrowserContextOptions, LaunchOptions } from 'playwright-core';

/** Debian's Chromium, quiet: no traffic of its own. */
export const BROWSER: LaunchOptions = {
  executablePath: process.env.SHOMEI_E2E_CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Who visits the pages. */
export const VISITOR: BrowserContextOptions = {
  acceptDownloads: true,
  viewport: { width: 1440, height: 900 },
  locale: 'ja-JP',
  reducedMotion: 'reduce',
};
