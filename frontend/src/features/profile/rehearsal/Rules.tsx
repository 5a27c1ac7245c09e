import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/types';
import { Status } from '../../../shared/ui/Status';
import classes from './rehearsal.module.css';
import { ruleSentence } from './ruleSentence';

type Props = {
  readonly rules: readonly Schema<'LintRule'>[];
  readonly findings: readonly Schema<'LintFinding'>[];
};

/** The rules that stand before every signature, those that are violated first. */
export function Rules({ rules, findings }: Props) {
  const { t } = useTranslation('profile');
  const violated = new Set(findings.map(({ rule }) => rule));
  return (
    <div className={classes.rules}>
      <p>{t('rules.lead')}</p>
      {findings.length > 0 && (
        <ul className={classes.list}>
          {findings.map(({ rule, source, detail }) => (
            <li key={`${rule}${detail}`}>
              <Status tone="bad">
                <span lang="en">{ruleSentence(rule)}</span>
              </Status>
              <span className={classes.note}>
                <span lang="en">{detail}</span> — {source}
              </span>
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={t('rules.passed')} className={classes.scroll} tabIndex={0}>
        <ul className={classes.list}>
          {rules
            .filter(({ rule }) => !violated.has(rule))
            .map(({ rule, source }) => (
              <li className={classes.rule} key={rule}>
                <Status tone="ok">
                  <span lang="en">{ruleSentence(rule)}</span>
                </Status>
                <span className={classes.source}>{source}</span>
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}
