import { Button, Table } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Facts } from '../../shared/ui/Facts';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { identityQuery } from './identity';
import { CHOICES, FORMS, KINDS, missing, type OrderChoice, TRADES } from './order';
import { SAMPLE_RATES } from './rates';
import { Sample } from './Sample';
import classes from './trading.module.css';

const route = getRouteApi('/app/trading');

const VALUES = { kind: KINDS, trade: TRADES, form: FORMS } as const;

/** The initial screen of a trading system (SC-013): who is trading, the rates, and three choices that lead to a form. No pop-up. */
export function TradingPage() {
  const { t } = useTranslation('trading');
  const { data: identity } = useSuspenseQuery(identityQuery());
  const choice = route.useSearch();
  const navigate = route.useNavigate();
  const [attempt, setAttempt] = useState(0);
  const left = attempt === 0 ? [] : missing(choice);
  const go = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (missing(choice).length === 0) void navigate({ to: '/trading/order', search: choice });
  };
  return (
    <Page lead={t('lead')} title={t('title')} width="form">
      <Sample />
      <Card title={t('who')}>
        <Facts
          facts={[
            { label: t('tenant'), value: identity.tenant },
            { label: t('loginId'), value: <span className={classes.figure}>{identity.loginId}</span> },
            { label: t('user'), value: identity.user },
          ]}
        />
      </Card>
      <Card title={t('rates.title')}>
        <Table className={classes.rates}>
          <caption className="visually-hidden">{t('rates.title')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('rates.pair')}</Table.Th>
              <Table.Th scope="col">{t('rates.bid')}</Table.Th>
              <Table.Th scope="col">{t('rates.offer')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {SAMPLE_RATES.map(({ currency, bid, offer }) => (
              <Table.Tr key={currency}>
                <Table.Th scope="row">{currency}/JPY</Table.Th>
                <Table.Td className={classes.figure}>{bid}</Table.Td>
                <Table.Td className={classes.figure}>{offer}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <p className={classes.note}>{t('rates.note')}</p>
      </Card>
      <Card title={t('order.title')}>
        <form className={classes.form} noValidate onSubmit={go}>
          <ErrorSummary
            attempt={attempt}
            faults={left.map((name) => ({ fieldId: name, message: t(`choice.${name}.missing`) }))}
          />
          {CHOICES.map((name) => (
            <Choice
              key={name}
              missing={left.includes(name)}
              name={name}
              onChange={(value) => navigate({ search: { ...choice, [name]: value }, replace: true })}
              value={choice[name]}
            />
          ))}
          <div>
            <Button rightSection={<IconArrowRight aria-hidden="true" size={20} />} size="lg" type="submit">
              {t('next')}
            </Button>
          </div>
        </form>
      </Card>
      <Others permissions={identity.permissions} />
    </Page>
  );
}

/** What else one may do here. */
function Others({ permissions }: { permissions: readonly string[] }) {
  const { t } = useTranslation('trading');
  const confirms = permissions.includes('CONFIRM');
  const manages = permissions.includes('TRADE_MANAGEMENT');
  if (!confirms && !manages) return null;
  return (
    <Card title={t('others')}>
      <ul className={classes.links}>
        {confirms && (
          <li>
            <TextLink to="/trading/confirmation">{t('confirmation.title')}</TextLink>
          </li>
        )}
        {manages && (
          <li>
            <TextLink to="/trading/trades">{t('management.title')}</TextLink>
          </li>
        )}
      </ul>
    </Card>
  );
}

type ChoiceProps = {
  readonly name: keyof OrderChoice;
  readonly value: string | undefined;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
};

function Choice({ name, value, missing: left, onChange }: ChoiceProps) {
  const { t } = useTranslation('trading');
  const errorId = `${name}-error`;
  return (
    <div>
      <ChoiceGroup
        choices={VALUES[name].map((each) => ({ value: each, name: t(`value.${each}`) }))}
        errorId={left ? errorId : undefined}
        id={name}
        legend={t(`choice.${name}.name`)}
        onChange={onChange}
        row
        value={VALUES[name].find((each) => each === value)}
      />
      {left && (
        <p className={classes.error} id={errorId}>
          {t(`choice.${name}.missing`)}
        </p>
      )}
    </div>
  );
}
