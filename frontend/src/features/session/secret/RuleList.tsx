import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../session.module.css';
import { keeps, type Rule } from './rules';

type Props = { readonly rules: readonly Rule[]; readonly value: string; readonly again: string; readonly id: string };

/** The rules as a list that ticks itself off while one types. */
export function RuleList({ rules, value, again, id }: Props) {
  const { t } = useTranslation('secret');
  const kept = rules.map((rule) => ({
    text: t(`rule.${rule.name}`, { count: 'count' in rule ? rule.count : 0 }),
    kept: value !== '' && keeps(rule, value),
  }));
  const all = [...kept, { text: t('rule.same'), kept: value !== '' && value === again }];
  const left = all.filter((rule) => !rule.kept).length;
  return (
    <div className={classes.rules} id={id}>
      <p className={classes.rulesTitle}>{t('rules')}</p>
      <ul className={classes.plain}>
        {all.map((rule) => (
          <li data-kept={rule.kept || undefined} key={rule.text}>
            {rule.kept ? (
              <IconCircleCheck aria-hidden="true" size="1.25rem" />
            ) : (
              <IconCircleDashed aria-hidden="true" size="1.25rem" />
            )}
            <span>
              {rule.text}
              <span className="visually-hidden"> ({t(rule.kept ? 'kept' : 'open')})</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t('alsoServer')}</p>
      {/* One sentence when it changes, instead of the whole list. */}
      <p aria-live="polite" className="visually-hidden">
        {value === '' ? '' : left === 0 ? t('allKept') : t('left', { count: left })}
      </p>
    </div>
  );
}
