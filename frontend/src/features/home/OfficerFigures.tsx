import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Figure } from '../../shared/ui/Figure';
import { TextLink } from '../../shared/ui/links';
import type { Kind } from './api';
import classes from './home.module.css';

type Props = {
  /** Where the officer looks after one kind only. */
  readonly kind: Kind | undefined;
  readonly valid: number | undefined;
  readonly expiring: number | undefined;
  readonly waiting: number | undefined;
  readonly recent: number | undefined;
  /** The day from which certificates are recent. */
  readonly monthAgo: string;
};

/** What there is, each number with its list. */
export function OfficerFigures({ kind, valid, expiring, waiting, recent, monthAgo }: Props) {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const text = (value: number | undefined) => (value === undefined ? undefined : formatNumber(value, language));
  const show = t('figure.show');
  return (
    <div className={classes.figures}>
      <Figure
        label={t('figure.valid')}
        link={
          <TextLink search={{ kind, status: 'ISSUED' }} to="/certificates">
            {show}
          </TextLink>
        }
        tone="ok"
        value={text(valid)}
      />
      <Figure
        label={t('figure.expiring')}
        link={
          <TextLink search={{ kind, state: 'NOT_RENEWED', within: '30' }} to="/renewals">
            {show}
          </TextLink>
        }
        tone="warn"
        value={text(expiring)}
      />
      <Figure
        label={t('figure.waiting')}
        link={
          <TextLink search={{ kind }} to="/uncollected">
            {show}
          </TextLink>
        }
        tone="wait"
        value={text(waiting)}
      />
      <Figure
        label={t('figure.recent')}
        link={
          <TextLink search={{ kind, issuedFrom: monthAgo }} to="/certificates">
            {show}
          </TextLink>
        }
        tone="info"
        value={text(recent)}
      />
    </div>
  );
}
