export type Sample = { readonly at: number; readonly done: number };

export type Estimate = {
  /** Rows per second, undefined until it can be told. */
  readonly rate: number | undefined;
  readonly secondsLeft: number | undefined;
};

const WINDOW_MILLIS = 20_000;

/** Adds a sample and forgets those that no longer say how fast it goes now. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples[samples.length - 1];
  if (last && (sample.done < last.done || sample.at < last.at)) return [sample];
  return [...samples, sample].filter((one) => sample.at - one.at <= WINDOW_MILLIS);
}

export function estimate(samples: readonly Sample[], total: number): Estimate {
  const first = samples[0];
  const last = samples[samples.length - 1];
  if (!first || !last || last.at - first.at < 500 || last.done <= first.done) {
    return { rate: undefined, secondsLeft: undefined };
  }
  const rate = ((last.done - first.done) / (last.at - first.at)) * 1000;
  return { rate, secondsLeft: Math.max(0, Math.ceil((total - last.done) / rate)) };
}
