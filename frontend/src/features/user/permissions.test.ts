import { describe, expect, it } from 'vitest';
import type { Schema } from '../../api/types';
import { fromPermissions, isAmount, toPermissions } from './permissions';

const table: Schema<'UserFunctions'> = {
  matrix: 'TRADING',
  currencies: ['USD', 'EUR'],
  kanaName: false,
  groups: [
    {
      title: '為替',
      functions: [
        { code: 'FORWARD_TRADE', title: '為替予約', administratorsOnly: false },
        { code: 'CONFIRM', title: 'コンファーム', administratorsOnly: false },
        { code: 'USER_RESTRICTIONS', title: 'ユーザ制限設定', administratorsOnly: true },
      ],
    },
  ],
};

describe('permissions', () => {
  it('come back as they were', () => {
    const given: Schema<'UserPermissions'> = {
      functions: ['FORWARD_TRADE', 'CONFIRM'],
      buyCurrencies: ['USD'],
      sellCurrencies: [],
      maxPerTrade: 50_000_000,
    };
    expect(toPermissions(fromPermissions(given), table)).toEqual(given);
    expect(toPermissions(fromPermissions({ functions: [] }), table)).toEqual({ functions: [] });
  });

  it('hold nothing that is for administrators alone, and no limits where the table has none', () => {
    const values = fromPermissions({ functions: ['USER_RESTRICTIONS', 'CONFIRM'], buyCurrencies: ['USD'] });
    expect(toPermissions(values, { ...table, currencies: [] })).toEqual({ functions: ['CONFIRM'] });
  });

  it.each([
    ['', true],
    ['50,000,000', true],
    ['0', false],
    ['1.5', false],
    ['-1', false],
    ['9999999999999', false],
  ])('take %s as an amount: %s', (amount, taken) => {
    expect(isAmount(amount)).toBe(taken);
  });
});
