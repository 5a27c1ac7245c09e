import { instantAt, wallClockAt } from '../../shared/format/dates';
import type { Announcement, Draft } from './api';

/** What a form holds; times as a wall clock shows them. */
export type DraftValues = {
  readonly tenant: string;
  readonly titleJa: string;
  readonly titleEn: string;
  readonly textJa: string;
  readonly textEn: string;
  readonly from: string;
  readonly until: string;
};

export type DraftField = keyof DraftValues;

const REQUIRED = ['titleJa', 'titleEn', 'textJa', 'textEn', 'from'] as const satisfies readonly DraftField[];

export function emptyDraft(now: number, zone: string): DraftValues {
  return { tenant: '', titleJa: '', titleEn: '', textJa: '', textEn: '', from: wallClockAt(now, zone), until: '' };
}

export function fromAnnouncement(announcement: Announcement, zone: string): DraftValues {
  const { tenant, titleJa, titleEn, textJa, textEn, from, until } = announcement;
  return {
    tenant: tenant?.id ?? '',
    titleJa,
    titleEn,
    textJa,
    textEn,
    from: wallClockAt(Date.parse(from), zone),
    until: until ? wallClockAt(Date.parse(until), zone) : '',
  };
}

export function toDraft(values: DraftValues, zone: string): Draft {
  return {
    ...(values.tenant && { tenant: values.tenant }),
    titleJa: values.titleJa.trim(),
    titleEn: values.titleEn.trim(),
    textJa: values.textJa.trim(),
    textEn: values.textEn.trim(),
    from: instantAt(values.from, zone),
    ...(values.until && { until: instantAt(values.until, zone) }),
  };
}

/** Which fields keep it from being sent, and why. */
export function faultsOf(values: DraftValues): { readonly field: DraftField; readonly fault: 'missing' | 'order' }[] {
  return [
    ...REQUIRED.filter((field) => values[field].trim() === '').map((field) => ({ field, fault: 'missing' as const })),
    ...(values.until !== '' && values.until <= values.from
      ? [{ field: 'until' as const, fault: 'order' as const }]
      : []),
  ];
}
