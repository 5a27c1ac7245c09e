import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Rules = { readonly _audit: { readonly rules: readonly Rule[] } };
type Rule = {
  readonly id: string;
  readonly impact: string;
  readonly enabled: boolean;
  readonly tags: readonly string[];
};

/** A rule tells how serious its findings are: the others need not be looked for. */
const SERIOUS = (axe as unknown as Rules)._audit.rules
  .filter(({ enabled, tags }) => enabled && !tags.includes('experimental'))
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id }) => id);

/** What of a page keeps people from using it, by these rules or by all. */
export async function seriousFindings(page: Page, rules: readonly string[] = SERIOUS): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${axe.source}; undefined`);
  const violations = await page.evaluate(async (only) => {
    const { axe: there } = window as unknown as { axe: typeof axe };
    const found = await there.run({ resultTypes: ['violations'], runOnly: [...only] });
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
