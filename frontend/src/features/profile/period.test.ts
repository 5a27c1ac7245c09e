import { describe, expect, it } from 'vitest';
import { daysFrom, isoOf, periodOf } from './period';

describe('a period', () => {
  it.each(['P199D', 'P52M', 'P1Y1M', 'P2Y', 'P1Y2M3D'])('%s is written as it was read', (iso) => {
    expect(isoOf(periodOf(iso))).toBe(iso);
  });

  it('of nothing is no days', () => {
    expect(isoOf({ years: 0, months: 0, days: 0 })).toBe('P0D');
    expect(periodOf('nonsense')).toEqual({ years: 0, months: 0, days: 0 });
  });

  it('is counted by the calendar', () => {
    expect(daysFrom('2027-01-31', periodOf('P1M'))).toBe(28);
    expect(daysFrom('2028-02-29', periodOf('P1Y'))).toBe(365);
    expect(daysFrom('2026-12-15', periodOf('P13M'))).toBe(396);
    expect(daysFrom('2027-03-15', periodOf('P199D'))).toBe(199);
  });
});
