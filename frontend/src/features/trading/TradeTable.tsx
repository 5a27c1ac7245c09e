import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDate } from '../../shared/format/dates';
import { useNumbers } from '../../shared/format/useNumbers';
import { useTimeZone } from '../../shared/format/zone';
import { useLanguage } from '../../shared/i18n/useLanguage';
import type { Trade } from './trades';
import classes from './trading.module.css';

const DAY_MILLIS = 86_400_000;

type Props = {
  readonly caption: string;
  readonly trades: readonly Trade[];
  /** The last column: how a trade stands, or what is to be done with it. */
  readonly state: (trade: Trade) => ReactNode;
};

/** What was agreed in each trade. */
export function TradeTable({ caption, trades, state }: Props) {
  const { t } = useTranslation('trading');
  const language = useLanguage();
  const zone = useTimeZone();
  const { number: formatted } = useNumbers();
  const delivery = (days: number) =>
    formatDate(`${dayOf(Date.now() + days * DAY_MILLIS, zone)}T00:00:00Z`, language, 'UTC');
  return (
    <Table className={classes.trades}>
      <caption className="visually-hidden">{caption}</caption>
      <Table.Thead>
        <Table.Tr>
          {(['number', 'trade', 'amount', 'rate', 'delivery', 'state'] as const).map((name) => (
            <Table.Th key={name} scope="col">
              {t(`trades.column.${name}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {trades.map((one) => (
          <Table.Tr key={one.number}>
            <Table.Th className={classes.figure} scope="row">
              {one.number}
            </Table.Th>
            <Table.Td>
              {t(`value.${one.trade}`)} — {t(`value.${one.kind}`)}
            </Table.Td>
            <Table.Td className={classes.figure}>
              {one.currency} {formatted(one.amount)}
            </Table.Td>
            <Table.Td className={classes.figure}>{one.rate}</Table.Td>
            <Table.Td className={classes.figure}>{delivery(one.deliveredIn)}</Table.Td>
            <Table.Td>{state(one)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
