import { describe, expect, it } from 'vitest';
import { estimate, type Sample, withSample } from './estimate';

const run = (...samples: Sample[]) => samples.reduce<Sample[]>(withSample, []);

describe('the estimate of a running job', () => {
  it('says nothing before it can', () => {
    expect(estimate([], 100)).toEqual({ rate: undefined, secondsLeft: undefined });
    expect(estimate(run({ at: 0, done: 0 }), 100).rate).toBeUndefined();
    expect(estimate(run({ at: 0, done: 10 }, { at: 3000, done: 10 }), 100).rate).toBeUndefined();
  });

  it('tells rate and time left', () => {
    expect(estimate(run({ at: 0, done: 0 }, { at: 2000, done: 100 }), 300)).toEqual({ rate: 50, secondsLeft: 4 });
  });

  it('follows the present speed, not that of long ago', () => {
    const samples = run(
      { at: 0, done: 0 },
      { at: 10_000, done: 1000 },
      { at: 40_000, done: 1100 },
      { at: 50_000, done: 1200 },
    );
    expect(estimate(samples, 1300).rate).toBeCloseTo(10);
  });

  it('starts again when another job is shown', () => {
    expect(run({ at: 0, done: 50 }, { at: 1000, done: 0 })).toEqual([{ at: 1000, done: 0 }]);
  });
});
