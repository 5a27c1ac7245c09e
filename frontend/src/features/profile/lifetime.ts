import type { Profile } from './api';
import { daysFrom, periodOf } from './period';

/** What holds for certificates issued from a day on. */
export type LifetimeStep = {
  readonly from: string;
  readonly ceiling: number;
  /** Whether the ceiling shortens what the profile gives. */
  readonly bound: boolean;
  readonly present: boolean;
};

/** How the ceilings cut the period, from the one that holds today on; none where no rule outside sets one. */
export function lifetimeSteps(
  profile: Pick<Profile, 'validity' | 'rounding' | 'ceilings'>,
  today: string,
): LifetimeStep[] {
  const { steps } = profile.ceilings;
  const present = steps.findLastIndex((step) => step.from <= today);
  return steps.slice(Math.max(0, present)).map(({ from, days }) => {
    const period = daysFrom(from > today ? from : today, periodOf(profile.validity));
    // A rounded end lies after the period's last second, and with it beyond a ceiling of the same length.
    return {
      from,
      ceiling: days,
      bound: profile.rounding === 'EXACT' ? period > days : period >= days,
      present: from <= today,
    };
  });
}
