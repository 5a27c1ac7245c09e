import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Page } from '../../shared/ui/Page';
import { Status, type Tone } from '../../shared/ui/Status';
import { identityQuery } from './identity';
import { Sample } from './Sample';
import { TradeTable } from './TradeTable';
import { SAMPLE_TRADES, type Trade } from './trades';

const TONE: Record<Trade['state'], Tone> = { WAITING: 'wait', CONCLUDED: 'info', CONFIRMED: 'ok', DELIVERED: 'idle' };

/** Every trade and leave order with how it stands (SC-012). */
export function TradesPage() {
  const { t } = useTranslation('trading');
  useSuspenseQuery(identityQuery('TRADE_MANAGEMENT'));
  return (
    <Page
      lead={t('management.lead')}
      title={t('management.title')}
      trail={[{ label: t('title'), to: '/trading' }]}
      width="form"
    >
      <Sample />
      <Card title={t('management.all')}>
        <TradeTable
          caption={t('management.all')}
          state={({ state }) => <Status tone={TONE[state]}>{t(`trades.state.${state}`)}</Status>}
          trades={SAMPLE_TRADES}
        />
      </Card>
    </Page>
  );
}
