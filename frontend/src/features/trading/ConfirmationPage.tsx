import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Page } from '../../shared/ui/Page';
import { Status } from '../../shared/ui/Status';
import { identityQuery } from './identity';
import { Sample } from './Sample';
import { TradeTable } from './TradeTable';
import { TO_CONFIRM } from './trades';
import classes from './trading.module.css';

/** Concluded trades, which the customer compares and confirms one by one (SC-012). */
export function ConfirmationPage() {
  const { t } = useTranslation('trading');
  useSuspenseQuery(identityQuery('CONFIRM'));
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const last = confirmed.at(-1);
  return (
    <Page
      lead={t('confirmation.lead')}
      title={t('confirmation.title')}
      trail={[{ label: t('title'), to: '/trading' }]}
      width="form"
    >
      <Sample />
      <Card title={t('confirmation.waiting')}>
        <TradeTable
          caption={t('confirmation.waiting')}
          state={({ number }) =>
            confirmed.includes(number) ? (
              <Status tone="ok">{t('trades.state.CONFIRMED')}</Status>
            ) : (
              <Button
                aria-label={t('confirmation.doOf', { number })}
                onClick={() => setConfirmed([...confirmed, number])}
                size="compact-md"
                variant="default"
              >
                {t('confirmation.do')}
              </Button>
            )
          }
          trades={TO_CONFIRM}
        />
        <p className={classes.note} role="status">
          {last !== undefined && t('confirmation.done', { number: last })}
        </p>
      </Card>
    </Page>
  );
}
