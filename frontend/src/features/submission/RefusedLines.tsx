import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import classes from './submission.module.css';

type Props = {
  readonly title: string;
  readonly lines: readonly Schema<'RefusedLine'>[];
  readonly reason: string;
};

/** What was refused while the rest was approved, and why: the same for the officer and for whoever handed it in. */
export function RefusedLines({ title, lines, reason }: Props) {
  const { t } = useTranslation('submission');
  return (
    <>
      <p>{title}</p>
      <ul className={classes.errors}>
        {lines.map(({ line, subjectDn }) => (
          <li key={line}>
            <span className={classes.line}>{t('check.line', { line })}</span>{' '}
            <span className={classes.host}>{subjectDn}</span>
          </li>
        ))}
      </ul>
      <p>{t('door.reason', { reason })}</p>
    </>
  );
}
