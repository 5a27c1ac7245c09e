import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from './BarChart';
import classes from './ChartWithTable.module.css';
import { EmptyState } from './EmptyState';
import { NumberTable } from './NumberTable';

type Props = Omit<ComponentProps<typeof BarChart>, 'title'> &
  Omit<ComponentProps<typeof NumberTable>, 'caption'> & {
    readonly title: string;
    /** What the chart shows, in words. */
    readonly sentence: string;
    readonly explanation?: string;
    /** What is said in place of a chart without a bar, and what to do then. */
    readonly empty: string;
    readonly emptyNext: string;
  };

/** A sentence, a chart, and the table behind it. */
export function ChartWithTable({ title, sentence, explanation, empty, emptyNext, ...shown }: Props) {
  const { t } = useTranslation();
  const { bars, legend, first, last, headings, rows, words } = shown;
  return (
    <>
      <p aria-live="polite">{sentence}</p>
      {explanation && <p className={classes.explanation}>{explanation}</p>}
      {bars.some(({ parts }) => parts.some(({ value }) => value > 0)) ? (
        <>
          <BarChart bars={bars} first={first} last={last} legend={legend} title={sentence} />
          <details>
            <summary className={classes.summary}>{t('chart.table')}</summary>
            <NumberTable caption={title} headings={headings} rows={rows} words={words} />
          </details>
        </>
      ) : (
        <EmptyState title={empty}>{emptyNext}</EmptyState>
      )}
    </>
  );
}
