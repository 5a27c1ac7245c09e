import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bar, BarChart } from '../../shared/ui/BarChart';
import { Card } from '../../shared/ui/Card';
import { EmptyState } from '../../shared/ui/EmptyState';
import classes from './statistics.module.css';

type Props = {
  readonly title: string;
  /** What the chart shows, in words. */
  readonly sentence: string;
  readonly explanation?: string;
  readonly bars: readonly Bar[];
  readonly legend: React.ComponentProps<typeof BarChart>['legend'];
  readonly first: string;
  readonly last: string;
  readonly headings: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly stale: boolean;
  /** What is said in place of a chart without a bar. */
  readonly empty: string;
};

/** A sentence, a chart, and the table behind it. */
export function ChartCard({
  title,
  sentence,
  explanation,
  bars,
  legend,
  first,
  last,
  headings,
  rows,
  stale,
  empty,
}: Props) {
  const { t } = useTranslation('statistics');
  return (
    <Card title={title}>
      <div aria-busy={stale} className={classes.chart}>
        <p aria-live="polite">{sentence}</p>
        {explanation && <p className={classes.muted}>{explanation}</p>}
        {bars.some(({ parts }) => parts.some(({ value }) => value > 0)) ? (
          <>
            <BarChart bars={bars} first={first} last={last} legend={legend} title={sentence} />
            <details>
              <summary className={classes.summary}>{t('table')}</summary>
              <NumberTable caption={title} headings={headings} rows={rows} />
            </details>
          </>
        ) : (
          <EmptyState title={empty}>{t('emptyNext')}</EmptyState>
        )}
      </div>
    </Card>
  );
}

type TableProps = Pick<Props, 'headings' | 'rows'> & { readonly caption: string; readonly named?: number };

/**
 * Numbers under headings.
 *
 * @param named how many of the first cells are words
 */
export function NumberTable({ caption, headings, rows, named = 1 }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section aria-label={caption} className={classes.scroll} tabIndex={0}>
      <Table>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading, at) => (
              <Table.Th className={at < named ? undefined : classes.number} key={heading} scope="col">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells }) => (
            <Table.Tr key={key}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <Table.Th key={headings[at]} scope="row">
                    {cell}
                  </Table.Th>
                ) : (
                  <Table.Td className={at < named ? undefined : classes.number} key={headings[at]}>
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
