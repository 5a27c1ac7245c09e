import { describe, expect, it } from 'vitest';
import { lifetimeSteps } from './lifetime';

const ceilings = {
  source: 'BR 6.3.2',
  steps: [
    { from: '2026-03-15', days: 199 },
    { from: '2027-03-15', days: 99 },
    { from: '2029-03-15', days: 46 },
  ],
};

describe('how long certificates are valid', () => {
  it('is cut by the ceilings to come', () => {
    expect(lifetimeSteps({ validity: 'P199D', rounding: 'EXACT', ceilings }, '2026-11-25')).toEqual([
      { from: '2026-03-15', ceiling: 199, bound: false, present: true },
      { from: '2027-03-15', ceiling: 99, bound: true, present: false },
      { from: '2029-03-15', ceiling: 46, bound: true, present: false },
    ]);
  });

  it('leaves out what is over', () => {
    const steps = lifetimeSteps({ validity: 'P90D', rounding: 'EXACT', ceilings }, '2027-03-15');
    expect(steps).toEqual([
      { from: '2027-03-15', ceiling: 99, bound: false, present: true },
      { from: '2029-03-15', ceiling: 46, bound: true, present: false },
    ]);
  });

  it('knows that an end put to the end of a day comes later', () => {
    const rounded = { validity: 'P99D', rounding: 'END_OF_LOCAL_DAY', ceilings } as const;
    expect(lifetimeSteps(rounded, '2027-04-01')[0]?.bound).toBe(true);
  });

  it('is the period alone where nobody sets a ceiling', () => {
    expect(
      lifetimeSteps({ validity: 'P52M', rounding: 'EXACT', ceilings: { source: '', steps: [] } }, '2026-11-25'),
    ).toEqual([]);
  });
});
