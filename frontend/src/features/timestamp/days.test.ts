import { expect, it } from 'vitest';
import { everyDay } from './days';

it('shows days without time stamps, too', () => {
  const some = { day: '2027-03-01', granted: 5, refused: 1, refusals: [] };
  expect(everyDay({ from: '2027-02-27', to: '2027-03-02', days: [some] })).toEqual([
    { day: '2027-02-27', granted: 0, refused: 0, refusals: [] },
    { day: '2027-02-28', granted: 0, refused: 0, refusals: [] },
    some,
    { day: '2027-03-02', granted: 0, refused: 0, refusals: [] },
  ]);
});
