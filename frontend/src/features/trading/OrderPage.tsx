import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDate } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/text';
import { useTimeZone } from '../../shared/format/zone';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { identityQuery } from './identity';
import { amountOf, EMPTY, faultsOf, fieldsOf, missing, type Order, type OrderChoice, type OrderField } from './order';
import { CURRENCIES } from './rates';
import { Sample } from './Sample';
import type { TradingSearch } from './search';
import classes from './trading.module.css';

const TYPES = { amount: 'text', from: 'date', to: 'date', rate: 'text', until: 'date' } as const;

/** The form that the choices lead to, held to what the administrator lets this user do; then everything once more. */
export function OrderPage({ choice }: { choice: TradingSearch }) {
  const { t } = useTranslation('trading');
  const trail = [{ label: t('title'), to: '/trading' }];
  if (missing(choice).length > 0) {
    return (
      <Page title={t('order.title')} trail={trail} width="text">
        <Callout title={t('order.incomplete')} tone="warn">
          <ButtonLink search={choice} to="/trading" variant="default">
            {t('order.choose')}
          </ButtonLink>
        </Callout>
      </Page>
    );
  }
  const made = choice as OrderChoice;
  return (
    <Page
      lead={`${t(`value.${made.trade}`)} — ${t(`value.${made.form}`)}`}
      title={t(`order.of.${made.kind}`)}
      trail={trail}
      width="text"
    >
      <Sample />
      <Entry choice={made} />
    </Page>
  );
}

function Entry({ choice }: { choice: OrderChoice }) {
  const { t } = useTranslation(['trading', 'common']);
  const language = useLanguage();
  const zone = useTimeZone();
  const { limits } = useSuspenseQuery(identityQuery(choice.kind === 'RATE' ? 'FORWARD_TRADE' : 'LEAVE_ORDER')).data;
  // Importers buy the currency in which they pay, exporters sell the one in which they are paid.
  const allowed = choice.trade === 'IMPORT' ? limits.buy : limits.sell;
  const currencies = CURRENCIES.filter((currency) => allowed?.includes(currency) ?? true);
  const [order, setOrder] = useState<Order>(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const [ready, setReady] = useState(false);
  const limit = limits.yen === undefined ? '' : formatNumber(limits.yen, language);
  const faults = attempt === 0 ? [] : faultsOf(order, choice, limits, dayOf(Date.now(), zone));
  const errorAt = (field: OrderField) => {
    const found = faults.find((fault) => fault.field === field);
    if (!found) return undefined;
    return t(found.fault === 'missing' ? 'common:fieldMissing' : `fault.${found.fault}`, {
      field: t(`field.${field}`),
      limit,
    });
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    setReady(faultsOf(order, choice, limits, dayOf(Date.now(), zone)).length === 0);
  };

  if (ready) {
    return (
      <Card title={t('confirm.title')}>
        <Facts
          facts={fieldsOf(choice).map((field) => ({
            label: t(`field.${field}`),
            value:
              field === 'amount'
                ? formatNumber(amountOf(order), language)
                : TYPES[field as keyof typeof TYPES] === 'date'
                  ? formatDate(`${order[field]}T00:00:00Z`, language, 'UTC')
                  : order[field],
          }))}
          layout="rows"
        />
        <Callout role="status" title={t('confirm.end')} tone="ok">
          <p>{t('confirm.text')}</p>
        </Callout>
        <Group>
          <Button onClick={() => setReady(false)} variant="default">
            {t('confirm.change')}
          </Button>
          <ButtonLink to="/trading">{t('confirm.another')}</ButtonLink>
        </Group>
      </Card>
    );
  }
  return (
    <Card title={t('order.title')}>
      <form className={classes.fields} noValidate onSubmit={check}>
        <ErrorSummary
          attempt={attempt}
          faults={faults.map(({ field }) => ({ fieldId: field, message: errorAt(field) ?? '' }))}
        />
        {fieldsOf(choice).map((field) =>
          field === 'currency' ? (
            <NativeSelect
              data={[{ value: '', label: t('order.pick') }, ...currencies]}
              error={errorAt(field)}
              id={field}
              key={field}
              label={t(`field.${field}`)}
              onChange={(event) => setOrder({ ...order, currency: event.currentTarget.value })}
              value={order.currency}
            />
          ) : (
            <TextInput
              autoComplete="off"
              description={field === 'amount' && limit !== '' && t('order.limit', { limit })}
              error={errorAt(field)}
              id={field}
              inputMode={TYPES[field] === 'text' ? 'decimal' : undefined}
              key={field}
              label={t(`field.${field}`)}
              maxLength={20}
              onChange={(event) => setOrder({ ...order, [field]: event.currentTarget.value })}
              type={TYPES[field]}
              value={order[field]}
            />
          ),
        )}
        <div>
          <Button size="lg" type="submit">
            {t('order.check')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
