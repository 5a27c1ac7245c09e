import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/text';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { BarChart } from '../../shared/ui/BarChart';
import { Card } from '../../shared/ui/Card';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import type { Usage } from './api';
import { everyDay } from './days';
import type { TimeStampSearch } from './search';
import classes from './timestamp.module.css';

type Props = {
  readonly usage: Usage;
  readonly stale: boolean;
  readonly range: TimeStampSearch;
  readonly onRange: (range: Readonly<Record<string, string | undefined>>) => void;
};

/** A sentence, a chart, and the table behind it. */
export function UsageCard({ usage, stale, range, onRange }: Props) {
  const { t } = useTranslation('timestamp');
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  // A calendar day is the same everywhere: it is written as it stands.
  const date = (day: string) => formatDate(`${day}T00:00:00Z`, language, 'UTC');
  const sentence = t('usage.sentence', {
    from: date(usage.from),
    to: date(usage.to),
    granted: number(usage.granted),
    refused: number(usage.refused),
  });
  return (
    <Card title={t('usage.title')}>
      <FilterBar
        filters={[
          { type: 'day', name: 'from', label: t('usage.from') },
          { type: 'day', name: 'to', label: t('usage.to') },
        ]}
        onChange={onRange}
        values={{ from: range.from, to: range.to }}
      />
      <div aria-busy={stale} className={classes.usage}>
        <p aria-live="polite">{sentence}</p>
        {usage.days.length === 0 ? (
          <EmptyState title={t('usage.empty')}>{t('usage.emptyNext')}</EmptyState>
        ) : (
          <>
            <BarChart
              bars={everyDay(usage).map(({ day, granted, refused }) => ({
                key: day,
                label: t('usage.bar', { day: date(day), granted: number(granted), refused: number(refused) }),
                parts: [
                  { tone: 'ok', value: granted },
                  { tone: 'bad', value: refused },
                ],
              }))}
              first={date(usage.from)}
              last={date(usage.to)}
              legend={[
                { tone: 'ok', label: t('usage.granted') },
                { tone: 'bad', label: t('usage.refused') },
              ]}
              title={sentence}
            />
            <DayTable date={date} number={number} usage={usage} />
          </>
        )}
        {usage.tenants && usage.tenants.length > 0 && <TenantTable number={number} tenants={usage.tenants} />}
      </div>
    </Card>
  );
}

type DayTableProps = {
  readonly usage: Usage;
  readonly date: (day: string) => string;
  readonly number: (value: number) => string;
};

function DayTable({ usage, date, number }: DayTableProps) {
  const { t } = useTranslation('timestamp');
  return (
    <details>
      <summary className={classes.summary}>{t('usage.table')}</summary>
      <Table>
        <caption className="visually-hidden">{t('usage.title')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('usage.day')}</Table.Th>
            <Table.Th className={classes.number} scope="col">
              {t('usage.granted')}
            </Table.Th>
            <Table.Th className={classes.number} scope="col">
              {t('usage.refused')}
            </Table.Th>
            <Table.Th scope="col">{t('usage.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {usage.days.map((day) => (
            <Table.Tr key={day.day}>
              <Table.Th scope="row">{date(day.day)}</Table.Th>
              <Table.Td className={classes.number}>{number(day.granted)}</Table.Td>
              <Table.Td className={classes.number}>{number(day.refused)}</Table.Td>
              <Table.Td>
                {day.refusals.map(({ failure, count }) => `${t(`failure.${failure}`)} ${number(count)}`).join(', ') ||
                  '–'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

type TenantTableProps = {
  readonly tenants: NonNullable<Usage['tenants']>;
  readonly number: (value: number) => string;
};

function TenantTable({ tenants, number }: TenantTableProps) {
  const { t } = useTranslation('timestamp');
  const language = useLanguage();
  return (
    <Table>
      <caption className={classes.caption}>{t('usage.byTenant')}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('usage.tenant')}</Table.Th>
          <Table.Th className={classes.number} scope="col">
            {t('usage.granted')}
          </Table.Th>
          <Table.Th className={classes.number} scope="col">
            {t('usage.refused')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tenants.map((tenant) => (
          <Table.Tr key={tenant.id}>
            <Table.Th scope="row">
              {nameIn(language, tenant)} ({tenant.code})
            </Table.Th>
            <Table.Td className={classes.number}>{number(tenant.granted)}</Table.Td>
            <Table.Td className={classes.number}>{number(tenant.refused)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
