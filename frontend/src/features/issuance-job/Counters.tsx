import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Figure } from '../../shared/ui/Figure';
import type { IssuanceOffer } from './api';
import classes from './issuanceJob.module.css';

/** Contracted, issued, and how many may be added still (DN-010). */
export function Counters({ offer }: { offer: IssuanceOffer }) {
  const { t } = useTranslation('issuanceJob');
  const { number } = useNumbers();
  const { contracted, valid, issuing, available } = offer.licences;
  return (
    <div aria-live="polite" className={classes.figures}>
      {contracted !== undefined && <Figure label={t('counter.contracted')} tone="info" value={number(contracted)} />}
      <Figure
        label={t('counter.issued')}
        link={
          issuing > 0 && (
            <span className={classes.note}>{t('counter.andIssuing', { count: issuing, value: number(issuing) })}</span>
          )
        }
        tone="ok"
        value={number(valid)}
      />
      {available !== undefined && (
        <Figure label={t('counter.available')} tone={available > 0 ? 'info' : 'warn'} value={number(available)} />
      )}
    </div>
  );
}
