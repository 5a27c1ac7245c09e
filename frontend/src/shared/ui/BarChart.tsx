import { Tooltip } from '@mantine/core';
import classes from './BarChart.module.css';
import type { Tone } from './Status';

type BarTone = Extract<Tone, 'ok' | 'bad'>;

export type Bar = {
  readonly key: string;
  /** What the bar says, for whoever points at it. */
  readonly label: string;
  readonly parts: readonly { readonly tone: BarTone; readonly value: number }[];
};

type Props = {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly legend: readonly { readonly tone: BarTone; readonly label: string }[];
  /** What stands under the first bar and under the last. */
  readonly first: string;
  readonly last: string;
};

/** Bars side by side, each of some parts on top of each other. The table behind it tells the same to who cannot see it. */
export function BarChart({ title, bars, legend, first, last }: Props) {
  const highest = Math.max(1, ...bars.map(total));
  return (
    <figure aria-label={title} className={classes.chart}>
      <div aria-hidden="true" className={classes.bars}>
        {bars.map((bar) => (
          <Tooltip key={bar.key} label={bar.label}>
            <div className={classes.bar}>
              {bar.parts.map(({ tone, value }) => (
                <div
                  className={classes.part}
                  data-tone={tone}
                  key={tone}
                  style={{ height: `${(100 * value) / highest}%` }}
                />
              ))}
            </div>
          </Tooltip>
        ))}
      </div>
      <div aria-hidden="true" className={classes.axis}>
        <span>{first}</span>
        <span>{last}</span>
      </div>
      <figcaption className={classes.legend}>
        {legend.map(({ tone, label }) => (
          <span key={tone}>
            <span aria-hidden="true" className={classes.swatch} data-tone={tone} /> {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function total({ parts }: Bar): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
