import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
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
  await page.waitForTimeout(400); // What opens, opens gently.
  await picture(page, name);
  const before = await page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'));
  for (const scheme of ['light', 'dark']) {
    await setScheme(page, scheme);
    await accessible(page, `${name} (${scheme})`, scheme === 'dark' ? COLOURS : undefined);
  }
  await setScheme(page, before ?? 'light');
}

/** Until everything is painted in the new colours, and has come to them. */
function setScheme(page: Page, scheme: string) {
  return page.evaluate(async (value) => {
    document.documentElement.setAttribute('data-mantine-color-scheme', value);
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  }, scheme);
}

/** The same in both languages and themes; for pages that live in their address, which is all but a few. */
export async function inspect(page: Page, name: string): Promise<void> {
  await inspectAndLeave(page, name);
  await page.reload();
  await settled(page);
}

/** The same, where another page comes next: this one is left in English. */
export async function inspectAndLeave(page: Page, name: string): Promise<void> {
  await settled(page);
  await fits(page, `${name} (ja)`);
  await accessible(page, `${name} (ja)`);
  await setScheme(page, 'dark');
  await accessible(page, `${name} (ja, dark)`, COLOURS);
  await picture(page, `${name}.ja.dark`);
  await page.evaluate(() => localStorage.setItem('shomei.language', 'en'));
  await page.reload();
  await settled(page);
  await page.evaluate(() => localStorage.setItem('shomei.language', 'ja'));
  await fits(page, `${name} (en)`);
  await accessible(page, `${name} (en)`, NAMES);
  await picture(page, `${name}.en`);
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
