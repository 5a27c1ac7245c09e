import type { Usage } from './api';

export type Day = Pick<Usage['days'][number], 'day' | 'granted' | 'refused' | 'refusals'>;

const DAY = 86_400_000;

/** Every day of the range, also those on which nobody asked, the first one first. */
export function everyDay({ from, to, days }: Pick<Usage, 'from' | 'to' | 'days'>): Day[] {
  const known = new Map(days.map((each) => [each.day, each]));
  const all: Day[] = [];
  // Calendar days, whatever the zone: counted in UTC, where each has 24 hours.
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    all.push(known.get(day) ?? { day, granted: 0, refused: 0, refusals: [] });
  }
  return all;
}
