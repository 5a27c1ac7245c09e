import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What of a page keeps people from using it, by these rules or by all. */
export async function seriousFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(`window.axe ?? ${axe.source}`);
  const violations = await page.evaluate(async (only) => {
    const { axe: there } = window as unknown as { axe: typeof axe };
    const found = await there.run({ resultTypes: ['violations'], ...(only && { runOnly: [...only] }) });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      places: nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    }));
  }, rules);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, places }) => `${id}: ${places.join(' | ')}`);
}
