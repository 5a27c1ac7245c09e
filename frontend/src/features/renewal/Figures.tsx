import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Figure } from '../../shared/ui/Figure';
import { TextLink } from '../../shared/ui/links';
import type { Kind } from './api';
import classes from './renewal.module.css';
import type { RenewalsSearch } from './search';

type Props = {
  /** Undefined while they are on their way. */
  readonly counts: Schema<'RenewalCounts'> | undefined;
  readonly kind: Kind;
  readonly search: RenewalsSearch;
};

/** How many certificates stand where; each number leads to its list. */
export function Figures({ counts, kind, search }: Props) {
  const { t } = useTranslation('renewal');
  const language = useLanguage();
  const { cursor, ...filters } = search;
  const text = (total: Schema<'Total'> | undefined) =>
    total &&
    (total.exact
      ? formatNumber(total.value, language)
      : t('figure.atLeast', { value: formatNumber(total.value, language) }));
  return (
    <div className={classes.figures}>
      <Figure
        label={t('state.NOT_RENEWED')}
        link={
          <TextLink search={{ ...filters, state: 'NOT_RENEWED' }} to="/renewals">
            {t('figure.notRenewed')}
          </TextLink>
        }
        tone={counts?.notRenewed.value ? 'warn' : 'ok'}
        value={text(counts?.notRenewed)}
      />
      <Figure
        label={t('state.NOT_COLLECTED')}
        link={
          <TextLink search={{ ...filters, state: 'NOT_COLLECTED' }} to="/renewals">
            {t('figure.notCollected')}
          </TextLink>
        }
        tone={counts?.notCollected.value ? 'wait' : 'ok'}
        value={text(counts?.notCollected)}
      />
      <Figure
        label={t('state.RENEWED')}
        link={
          <TextLink search={{ ...filters, state: 'RENEWED' }} to="/renewals">
            {t('figure.renewed')}
          </TextLink>
        }
        tone="ok"
        value={text(counts?.renewed)}
      />
      <Figure
        label={t('figure.uncollected')}
        link={
          <TextLink search={{ kind }} to="/uncollected">
            {t('figure.showUncollected')}
          </TextLink>
        }
        tone={counts?.uncollected.value ? 'wait' : 'ok'}
        value={text(counts?.uncollected)}
      />
    </div>
  );
}
