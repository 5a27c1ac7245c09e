export type Language = 'ja' | 'en';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

function partsOf(at: Date, timeZone: string): Parts {
  const parts = formatter(timeZone).formatToParts(at);
  return Object.fromEntries(parts.map((part) => [part.type, part.value])) as Parts;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026年11月22日` / `22 Nov 2026` */
export function formatDate(iso: string, language: Language, timeZone: string): string {
  const { year, month, day } = partsOf(new Date(iso), timeZone);
  return language === 'ja'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2026年11月` / `Nov 2026`, from `2026-11` */
export function formatMonth(month: string, language: Language): string {
  const [year, number] = month.split('-');
  return language === 'ja' ? `${year}年${Number(number)}月` : `${MONTHS[Number(number) - 1]} ${year}`;
}

/** `13:05:09` */
export function formatTime(iso: string, timeZone: string): string {
  const { hour, minute, second } = partsOf(new Date(iso), timeZone);
  return `${hour}:${minute}:${second}`;
}

/** `2026年11月22日 13:05:09` / `22 Nov 2026, 13:05:09` */
export function formatDateTime(iso: string, language: Language, timeZone: string): string {
  return `${formatDate(iso, language, timeZone)}${language === 'ja' ? ' ' : ', '}${formatTime(iso, timeZone)}`;
}

/** `日本標準時 (Asia/Tokyo, GMT+9)` for the hint beside a time. */
export function formatZone(iso: string, language: Language, timeZone: string): string {
  const name = (style: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName: style })
      .formatToParts(new Date(iso))
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  return `${name('long')} (${timeZone}, ${name('shortOffset')})`;
}

const DAY = 86_400_000;

/** Whole days from now until then; less than a day is 0, the past is negative. */
export function daysUntil(iso: string, now: number): number {
  const left = new Date(iso).getTime() - now;
  return left >= 0 ? Math.floor(left / DAY) : -Math.ceil(-left / DAY);
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * DAY],
  ['month', 30.4375 * DAY],
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `12 日後` / `in 12 days`, in the largest unit that is not a fraction. */
export function formatRelative(iso: string, language: Language, now: number): string {
  const distance = new Date(iso).getTime() - now;
  const format = new Intl.RelativeTimeFormat(language);
  for (const [unit, size] of STEPS) {
    // A certificate of 199 days has "199 days", not "7 months": larger units begin where counting helps nobody.
    if (unit === 'month' && Math.abs(distance) < 400 * DAY) continue;
    if (unit === 'year' && Math.abs(distance) < 1200 * DAY) continue;
    if (Math.abs(distance) >= size) return format.format(Math.trunc(distance / size), unit);
  }
  return format.format(Math.trunc(distance / 1000), 'second');
}

/** The first or last instant of a calendar day (`2026-11-22`) in a zone, as RFC 3339. */
export function dayBoundary(day: string, edge: 'start' | 'end', timeZone: string): string {
  return instantAt(`${day}T${edge === 'start' ? '00:00:00' : '23:59:59'}`, timeZone);
}

/** What a wall clock shows (`2026-11-22T13:05`) in a zone, as RFC 3339. */
export function instantAt(wallClock: string, timeZone: string): string {
  const wall = Date.parse(`${wallClock.length === 16 ? `${wallClock}:00` : wallClock}Z`);
  // The offset at the guess may differ from the one at the answer (summer time): two rounds settle it.
  let guess = wall;
  for (let round = 0; round < 2; round++) guess = wall - offsetAt(guess, timeZone);
  return new Date(guess).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  const p = partsOf(new Date(instant), timeZone);
  const wall = Date.UTC(+p.year, +p.month - 1, +p.day, +p.hour, +p.minute, +p.second);
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The calendar day (`2026-11-22`) of an instant in a zone. */
export function dayOf(instant: number, timeZone: string): string {
  const p = partsOf(new Date(instant), timeZone);
  return `${p.year}-${p.month.padStart(2, '0')}-${p.day.padStart(2, '0')}`;
}

/** `PT30M` in milliseconds. */
export function durationMillis(iso: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(iso);
  if (!match) return Number.NaN;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  return +days * DAY + +hours * 3_600_000 + +minutes * 60_000 + +seconds * 1000;
}

/** What a wall clock in a zone shows at an instant, to the minute: `2026-11-22T13:05`, as fields for a time hold it. */
export function wallClockAt(instant: number, timeZone: string): string {
  const p = partsOf(new Date(instant), timeZone);
  return `${dayOf(instant, timeZone)}T${p.hour}:${p.minute}`;
}
