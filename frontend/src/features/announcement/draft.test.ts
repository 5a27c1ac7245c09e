import { expect, it } from 'vitest';
import { emptyDraft, faultsOf, fromAnnouncement, toDraft } from './draft';

const ZONE = 'Asia/Tokyo';

it('names everything that is missing, and an end before the beginning', () => {
  const now = Date.parse('2027-04-01T00:00:00Z');
  expect(faultsOf(emptyDraft(now, ZONE)).map(({ field }) => field)).toEqual(['titleJa', 'titleEn', 'textJa', 'textEn']);
  const written = { ...emptyDraft(now, ZONE), titleJa: 'a', titleEn: 'b', textJa: 'c', textEn: 'd' };
  expect(faultsOf(written)).toEqual([]);
  expect(faultsOf({ ...written, until: '2027-04-01T09:00' })).toEqual([{ field: 'until', fault: 'order' }]);
});

it('comes back as it was, in the zone of whoever writes it', () => {
  const announcement = {
    id: '1',
    state: 'SHOWN' as const,
    titleJa: '保守',
    titleEn: 'Maintenance',
    textJa: '一行目\n二行目',
    textEn: 'One\nTwo',
    from: '2027-04-01T00:00:00.000Z',
    until: '2027-04-09T21:00:00.000Z',
  };
  const { id: _, state: __, ...draft } = announcement;
  expect(toDraft(fromAnnouncement(announcement, ZONE), ZONE)).toEqual(draft);
  expect(fromAnnouncement(announcement, ZONE).until).toBe('2027-04-10T06:00');
});
