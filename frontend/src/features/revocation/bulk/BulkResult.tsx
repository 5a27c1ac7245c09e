import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { Figure } from '../../../shared/ui/Figure';
import classes from '../revocation.module.css';
import type { BulkRevocation } from './api';
import { InEffect } from './InEffect';
import { countsOf } from './outcomes';

/** How it ended. */
export function BulkResult({ bulk }: { bulk: BulkRevocation }) {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const { revoked, refused, idle } = countsOf(bulk);
  const text = (count: number) => formatNumber(count, language);
  return (
    <>
      <Callout
        role="status"
        title={t('result.done', { count: revoked, value: text(revoked) })}
        tone={refused > 0 ? 'warn' : 'ok'}
      >
        {revoked > 0 && <InEffect bulk={bulk} />}
        {refused > 0 && <p>{t('result.some', { count: refused, value: text(refused) })}</p>}
        {bulk.resultMailed && <p>{t('result.mailed', { name: bulk.submittedBy })}</p>}
      </Callout>
      <div className={classes.figures}>
        <Figure label={t('check.lines')} value={text(bulk.lines)} />
        <Figure label={t('result.revoked')} tone="ok" value={text(revoked)} />
        <Figure label={t('check.refused')} tone={refused > 0 ? 'bad' : 'idle'} value={text(refused)} />
        <Figure label={t('check.idle')} tone="idle" value={text(idle)} />
      </div>
    </>
  );
}
