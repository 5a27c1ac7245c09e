const DAY = 86_400_000;

type Day = { readonly day: string; readonly count: number };

/** So many days up to one, also those on which nothing was counted. */
export function lastDays(today: string, count: number, known: readonly Day[]): Day[] {
  const counts = new Map(known.map((each) => [each.day, each.count]));
  // Calendar days: counted in UTC, where each has 24 hours.
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.parse(today) - (count - 1 - at) * DAY).toISOString().slice(0, 10);
    return { day, count: counts.get(day) ?? 0 };
  });
}
