import { expect, it } from 'vitest';
import { lastDays } from './lastDays';

it('shows days without a count, across the end of a month', () => {
  expect(lastDays('2027-03-02', 4, [{ day: '2027-02-28', count: 3 }])).toEqual([
    { day: '2027-02-27', count: 0 },
    { day: '2027-02-28', count: 3 },
    { day: '2027-03-01', count: 0 },
    { day: '2027-03-02', count: 0 },
  ]);
});
