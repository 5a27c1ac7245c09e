import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { ProgressBar } from '../../shared/ui/ProgressBar';
import type { RequestFile } from './api';
import { estimate, type Sample, withSample } from './progressEstimate';
import classes from './requestFile.module.css';

/** n of m, how fast, how long still. Everything shown comes from the server, so a reload changes nothing. */
export function RunningJob({ file }: { file: RequestFile }) {
  const { t } = useTranslation('requestFile');
  const language = useLanguage();
  const { done, total } = file.progress;
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => withSample(before, { at: Date.now(), done })), [done]);
  const { rate, secondsLeft } = estimate(samples, total);
  const text = t('run.progress', { done: formatNumber(done, language), total: formatNumber(total, language) });
  return (
    <Card title={t('run.title')}>
      <ProgressBar label={t('run.title')} text={text} total={total} value={done} />
      <p className={classes.progressLine}>
        <span className={classes.done}>{text}</span>
        {rate !== undefined && (
          <span>{t('run.rate', { rate: formatNumber(Math.round(rate * 10) / 10, language) })}</span>
        )}
        {secondsLeft !== undefined && secondsLeft > 0 && (
          <span>
            {secondsLeft >= 60
              ? t('run.minutesLeft', { count: Math.ceil(secondsLeft / 60) })
              : t('run.secondsLeft', { count: secondsLeft })}
          </span>
        )}
      </p>
      <Announcement done={done} total={total} />
      <p>{t('run.leave')}</p>
    </Card>
  );
}

/** A screen reader hears every tenth of the way, not every row. */
function Announcement({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('requestFile');
  const tenth = total > 0 ? Math.floor((done / total) * 10) * 10 : 0;
  return (
    <p aria-live="polite" className="visually-hidden">
      {t('run.percent', { percent: tenth })}
    </p>
  );
}
