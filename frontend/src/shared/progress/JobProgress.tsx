import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/text';
import { useLanguage } from '../i18n/useLanguage';
import { Card } from '../ui/Card';
import { ProgressBar } from '../ui/ProgressBar';
import { estimate, type Sample, withSample } from './estimate';
import classes from './JobProgress.module.css';

type Props = {
  readonly title: string;
  readonly progress: { readonly done: number; readonly total: number };
  /** That one may leave, and where to find it again. */
  readonly leave: string;
  /** How long still, where the server says so; else what can be told from here. */
  readonly secondsLeft?: number | undefined;
  /** What may be done about it. */
  readonly children?: ReactNode;
};

/** n of m, how fast, how long still. Everything shown comes from the server, so a reload changes nothing. */
export function JobProgress({ title, progress: { done, total }, leave, children, ...told }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => withSample(before, { at: Date.now(), done })), [done]);
  const { rate, ...guessed } = estimate(samples, total);
  const secondsLeft = told.secondsLeft ?? guessed.secondsLeft;
  const text = t('progress.of', { done: formatNumber(done, language), total: formatNumber(total, language) });
  return (
    <Card title={title}>
      <ProgressBar label={title} text={text} total={total} value={done} />
      <p className={classes.line}>
        <span className={classes.done}>{text}</span>
        {rate !== undefined && (
          <span>{t('progress.rate', { rate: formatNumber(Math.round(rate * 10) / 10, language) })}</span>
        )}
        {secondsLeft !== undefined && secondsLeft > 0 && (
          <span>
            {secondsLeft >= 60
              ? t('progress.minutesLeft', { count: Math.ceil(secondsLeft / 60) })
              : t('progress.secondsLeft', { count: secondsLeft })}
          </span>
        )}
      </p>
      <Announcement done={done} total={total} />
      <p>{leave}</p>
      {children}
    </Card>
  );
}

/** A screen reader hears every tenth of the way, not every row. */
function Announcement({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation();
  const tenth = total > 0 ? Math.floor((done / total) * 10) * 10 : 0;
  return (
    <p aria-live="polite" className="visually-hidden">
      {t('progress.percent', { percent: tenth })}
    </p>
  );
}
