/** An ISO 8601 period of days and longer, by its parts: `P1Y1M` is a year and a month. */
export type Period = { readonly years: number; readonly months: number; readonly days: number };

export function periodOf(iso: string): Period {
  const [, years = '0', months = '0', days = '0'] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(iso) ?? [];
  return { years: Number(years), months: Number(months), days: Number(days) };
}

export function isoOf({ years, months, days }: Period): string {
  const text = [years && `${years}Y`, months && `${months}M`, days && `${days}D`].filter(Boolean).join('');
  return text === '' ? 'P0D' : `P${text}`;
}

const DAY = 86_400_000;

/** How many days a period has from a calendar day on; a month from 31 January ends with February. */
export function daysFrom(day: string, { years, months, days }: Period): number {
  const start = new Date(`${day}T00:00:00Z`);
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth() + years * 12 + months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  const end = Date.UTC(Math.floor(month / 12), month % 12, Math.min(start.getUTCDate(), lastOfMonth)) + days * DAY;
  return (end - start.getTime()) / DAY;
}
