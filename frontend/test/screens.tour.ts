import { mkdirSync } from 'node:fs';
import { getResponse, type HttpHandler } from 'msw';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../e2e/axe';
import { BROWSER } from '../e2e/browser';
import { handlers } from './handlers';
import { bankScreens } from './tour/bank';
import { companyScreens } from './tour/company';
import { entranceScreens } from './tour/entrance';
import { officerScreens } from './tour/officer';
import { operatorScreens } from './tour/operator';
import { publicScreens } from './tour/public';
import type { Screen } from './tour/screen';

// Every screen, in both languages and both schemes. What there is to see is in `tour`. ONLY=name,name for those that begin so,
// LOOK=ja-light for one look, WIDTH=390 as on a phone.

const OUT = new URL(`../e2e/screenshots/tour/${process.env.WIDTH ?? ''}/`, import.meta.url).pathname;
const ONLY = process.env.ONLY?.split(',');
const WIDTH = Number(process.env.WIDTH ?? 0);

const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

const SCREENS: readonly Screen[] = [
  ...entranceScreens,
  ...bankScreens,
  ...officerScreens,
  ...operatorScreens,
  ...companyScreens,
  ...publicScreens,
];

let server: PreviewServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  server = await preview({ preview: { port: 4199, host: '127.0.0.1' }, logLevel: 'error' });
  origin = 'http://127.0.0.1:4199';
  browser = await chromium.launch(BROWSER);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function answer(route: Route, extra: readonly HttpHandler[]) {
  const request = route.request();
  const body = request.postDataBuffer();
  const response = await getResponse(
    [...extra, ...handlers],
    new Request(request.url(), {
      method: request.method(),
      headers: request.headers(),
      ...(body && { body: new Uint8Array(body) }),
    }),
  );
  if (!response) return route.fulfill({ status: 404 });
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

async function open(context: BrowserContext, screen: Screen, errors: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) errors.push(message.text());
  });
  const width = WIDTH || screen.width;
  if (width) await page.setViewportSize({ width, height: 800 });
  // The policy that the server sends, so that a breach shows here and not there.
  await page.route(`${origin}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
  });
  await page.route(/\/(api\/v1|auth)\//, (route) => answer(route, screen.extra ?? []));
  await page.goto(`${origin}${screen.path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await screen.act?.(page);
  return page;
}

const LOOKS = [
  { language: 'ja', scheme: 'light' },
  { language: 'en', scheme: 'light' },
  { language: 'ja', scheme: 'dark' },
  { language: 'en', scheme: 'dark' },
] as const;

it.each(LOOKS)('all screens in $language, $scheme', async ({ language, scheme }) => {
  if (process.env.LOOK && process.env.LOOK !== `${language}-${scheme}`) return;
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
  });
  await context.addInitScript(
    ([l, s]) => {
      localStorage.setItem('shomei.language', l as string);
      localStorage.setItem('mantine-color-scheme-value', s as string);
    },
    [language, scheme],
  );
  const faults: string[] = [];
  for (const screen of SCREENS) {
    if (ONLY && !ONLY.some((one) => screen.name.startsWith(one))) continue;
    const errors: string[] = [];
    let page: Page | undefined;
    try {
      page = await open(context, screen, errors);
      await page.screenshot({
        path: `${OUT}${screen.name}.${language}.${scheme}.png`,
        fullPage: !screen.name.startsWith('cert') && screen.name !== 'revoke',
      });
      faults.push(...(await seriousFindings(page)).map((finding) => `${screen.name}: ${finding}`));
      if ((await page.locator('h1').count()) !== 1)
        faults.push(`${screen.name}: ${await page.locator('h1').count()} h1`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) faults.push(`${screen.name}: scrolls sideways by ${overflow} px`);
      if (errors.length) faults.push(`${screen.name}: ${errors.join()}`);
    } catch (error) {
      faults.push(`${screen.name}: ${String(error).slice(0, 300)}`);
      await page?.screenshot({ path: `${OUT}${screen.name}.${language}.${scheme}.png` });
    }
    await page?.close();
  }
  await context.close();
  expect(faults).toEqual([]);
});
