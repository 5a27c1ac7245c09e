import { describe, expect, it } from 'vitest';
import { EMPTY, toChange, toRegistration } from './form';

describe('an account', () => {
  it('is sent with what is given, and its log-in ID as text (AT-72)', () => {
    expect(toRegistration({ ...EMPTY, tenant: 't2', loginId: ' 0128000017 ', name: '法人ユーザー1' })).toEqual({
      tenant: 't2',
      role: 'USER',
      loginId: '0128000017',
      name: '法人ユーザー1',
    });
  });

  it('has rights only as an officer, also none of them', () => {
    expect(toChange({ ...EMPTY, name: 'a', rights: ['SERVER'] })).toEqual({ name: 'a' });
    expect(toChange({ ...EMPTY, role: 'OFFICER', name: 'a' })).toEqual({ name: 'a', rights: [] });
  });
});
