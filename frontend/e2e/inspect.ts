import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFindings } from './axe';
import { world } from './world';

const OUT = new URL('./screenshots/', import.meta.url).pathname;
mkdirSync(OUT, { recursive: true });

/** Opens a page and listens: neither a script error nor a breach of the content security policy is forgiven. */
export async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults(page).push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text()))
      faults(page).push(message.text());
  });
  await page.goto(url);
  await settled(page);
  return page;
}

const heard = new WeakMap<Page, string[]>();

function faults(page: Page): string[] {
  const known = heard.get(page) ?? [];
  heard.set(page, known);
  return known;
}

export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page
    .locator('[aria-busy="true"]')
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
}

/** The page as it is now: no serious finding in either theme. */
export async function inspectAsIs(page: Page, name: string): Promise<void> {
  await still(page);
  await picture(page, name);
  const before = await setScheme(page, 'light');
  await accessible(page, `${name} (light)`);
  await setScheme(page, 'dark');
  await accessible(page, `${name} (dark)`, COLOURS);
  await setScheme(page, before);
}

/** What opens, opens gently: until nothing moves any more but what never stops. */
function still(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let calm = 0; calm < 3; calm++) {
      await new Promise(requestAnimationFrame);
      const moving = document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(moving.map(({ finished }) => finished));
      if (moving.length > 0) calm = -1;
    }
  });
}

/** At once, as the colours' own way to the others is no matter of theirs, and until they are painted. Tells the scheme before. */
function setScheme(page: Page, scheme: string): Promise<string> {
  return page.evaluate(async (value) => {
    const atOnce = new CSSStyleSheet();
    atOnce.replaceSync('*, *::before, *::after { transition: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, atOnce];
    const before = document.documentElement.getAttribute('data-mantine-color-scheme');
    document.documentElement.setAttribute('data-mantine-color-scheme', value);
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== atOnce);
    return before ?? 'light';
  }, scheme);
}

/** The same in both languages and themes. Afterwards the page is as it was. */
export async function inspect(page: Page, name: string): Promise<void> {
  const before = await inspected(page, name);
  await setScheme(page, before);
  await speak(page, 'ja');
}

/** The same, where another page comes next: this one is left as it was looked at last. */
export async function inspectAndLeave(page: Page, name: string): Promise<void> {
  await inspected(page, name);
  await page.evaluate(() => localStorage.setItem('shomei.language', 'ja'));
}

/** In Japanese in both themes, then in English. Tells the theme it was in. */
async function inspected(page: Page, name: string): Promise<string> {
  await settled(page);
  await fits(page, `${name} (ja)`);
  await accessible(page, `${name} (ja)`);
  const before = await setScheme(page, 'dark');
  await accessible(page, `${name} (ja, dark)`, COLOURS);
  await picture(page, `${name}.ja.dark`);
  await speak(page, 'en');
  await fits(page, `${name} (en)`);
  await accessible(page, `${name} (en)`, NAMES);
  await picture(page, `${name}.en.dark`);
  return before;
}

/** Presses the button for the other language, which also asks the server again, and waits for everything that was asked. */
async function speak(page: Page, language: 'ja' | 'en'): Promise<void> {
  const button = page.locator(`button[lang="${language}"]`);
  if ((await button.count()) === 0) {
    // Outside every frame there is none.
    await page.evaluate((value) => localStorage.setItem('shomei.language', value), language);
    await page.reload();
    return settled(page);
  }
  const asked = new Set<Request>();
  const ask = (request: Request) => asked.add(request);
  const answer = (request: Request) => asked.delete(request);
  page.on('request', ask).on('requestfinished', answer).on('requestfailed', answer);
  await button.evaluate(async (pressed: HTMLElement, spoken) => {
    pressed.click();
    while (pressed.lang === spoken) await new Promise(requestAnimationFrame);
  }, language);
  await still(page);
  while (asked.size > 0)
    await Promise.race([...asked].map((request) => request.response().then((got) => got?.finished())));
  page.off('request', ask).off('requestfinished', answer).off('requestfailed', answer);
  await settled(page);
}

async function fits(page: Page, name: string): Promise<void> {
  expect(await page.locator('h1').count(), `${name}: one h1`).toBe(1);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    `${name}: scrolls sideways`,
  ).toBeLessThanOrEqual(0);
}

/** For those who look at it afterwards. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SHOMEI_E2E_PICTURES) await page.screenshot({ path: `${OUT}${name}.png`, fullPage: true });
}

/** What a theme can spoil. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What a translation can spoil. */
const NAMES = ['button-name', 'document-title', 'html-has-lang', 'html-lang-valid', 'image-alt', 'label', 'link-name'];

async function accessible(page: Page, name: string, rules?: readonly string[]): Promise<void> {
  expect(await seriousFindings(page, rules), `${name}: accessibility`).toEqual([]);
  expect(faults(page), `${name}: errors in the browser`).toEqual([]);
}

/** From the entrance that asks for a certificate to the home page. */
export async function logIn(context: BrowserContext): Promise<Page> {
  const page = await open(context, `${world.cert}/login`);
  await page.getByRole('button', { name: 'ログインする' }).click();
  await page.waitForURL(`${world.cert}/home`);
  await settled(page);
  return page;
}

/** By an ID with its password or PIN, from the page that asks for them. */
export async function enter(page: Page, loginId: string, secret: string): Promise<void> {
  await page.locator('#loginId').fill(loginId);
  await page.locator('#password').fill(secret);
  await page.getByRole('button', { name: 'ログインする' }).click();
}

/** The same where an ID and a password are asked for behind the certificate; to the page that such a tenant's administrator works on. */
export async function logInAtSite(context: BrowserContext, who: { loginId: string; password: string }): Promise<Page> {
  const page = await open(context, `${world.cert}/login`);
  await enter(page, who.loginId, who.password);
  await page.waitForURL(`${world.cert}/client-certificates`);
  await settled(page);
  return page;
}
