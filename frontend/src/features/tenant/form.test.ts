import { describe, expect, it } from 'vitest';
import {
  changeOf,
  contactsIn,
  domainFieldsOf,
  faultsOf,
  NO_CONTACT,
  NO_DOMAIN,
  NO_TENANT,
  newTenantOf,
  pointerOf,
} from './form';

const filled = {
  ...NO_TENANT,
  code: ' HOKUTO-U ',
  nameJa: '北斗大学',
  nameEn: 'Hokuto University',
  subject: { o: 'Hokuto University', l: 'Sapporo', st: '', c: 'JP' },
  preset: 'research-federation',
  domains: [
    { name: 'Hokuto.ac.jp', deadline: '2028-03-31', wildcardAllowed: false, units: ' Library \n\nLibrary\nMuseum' },
  ],
  contacts: [{ ...NO_CONTACT, name: '北斗花子', email: 'hanako@hokuto.ac.jp', head: true }, NO_CONTACT],
};

describe('what somebody filled in', () => {
  it('is sent without spaces and without what was left empty', () => {
    expect(newTenantOf(filled)).toEqual({
      code: 'HOKUTO-U',
      nameJa: '北斗大学',
      nameEn: 'Hokuto University',
      subject: { o: 'Hokuto University', l: 'Sapporo', c: 'JP' },
      preset: 'research-federation',
      timeZone: 'Asia/Tokyo',
      domains: [
        {
          name: 'hokuto.ac.jp',
          issuingDeadline: '2028-03-31T14:59:59.000Z',
          wildcardAllowed: false,
          units: ['Library', 'Museum'],
        },
      ],
      contacts: [{ name: '北斗花子', email: 'hanako@hokuto.ac.jp', head: true }],
    });
    expect(changeOf({ ...filled, licences: ' 50 ' }).licences).toBe(50);
  });

  it('is told of before it is sent', () => {
    expect(faultsOf(filled, true)).toEqual([]);
    expect(
      faultsOf(
        {
          ...NO_TENANT,
          code: '北斗',
          licences: '-1',
          subject: { ...NO_TENANT.subject, c: 'Japan' },
          contacts: [{ ...NO_CONTACT, phone: '1' }],
          domains: [{ ...NO_DOMAIN, units: 'x' }],
        },
        true,
      ).map((fault) => fault.pointer),
    ).toEqual([
      '/code',
      '/nameJa',
      '/nameEn',
      '/subject/o',
      '/subject/c',
      '/preset',
      '/licences',
      '/contacts/0/name',
      '/contacts/0/email',
      '/domains/0/name',
      '/domains/0/issuingDeadline',
    ]);
    expect(contactsIn(filled)).toHaveLength(1);
  });

  it('shows an approval as the calendar day of the tenant, and permitted units alone', () => {
    expect(
      domainFieldsOf(
        {
          name: 'hokuto.ac.jp',
          issuingDeadline: '2028-03-31T14:59:59Z',
          wildcardAllowed: true,
          permitted: true,
          units: [
            { name: 'Library', state: 'PERMITTED', registeredAt: '2026-11-22T00:00:00Z' },
            { name: 'Old', state: 'WITHDRAWN', registeredAt: '2026-11-22T00:00:00Z' },
          ],
        },
        'Asia/Tokyo',
      ),
    ).toEqual({ name: 'hokuto.ac.jp', deadline: '2028-03-31', wildcardAllowed: true, units: 'Library' });
  });

  it('has one field for all units of a domain', () => {
    expect(pointerOf({ pointer: '/domains/0/units/3', code: 'Unit', message: '' })).toBe('/domains/0/units');
  });
});
