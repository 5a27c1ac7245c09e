import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';

/** Nobody may take the sample for the trading system. */
export function Sample() {
  const { t } = useTranslation('trading');
  return (
    <Callout title={t('sample.title')} tone="info">
      <p>{t('sample.text')}</p>
    </Callout>
  );
}
