import { describe, expect, it } from 'vitest';
import type { DeskOffer } from './api';
import { choiceOf, EMPTY, faultsOf, toRequest } from './request';

const offer = (more: Partial<DeskOffer>): DeskOffer => ({
  kind: 'UNLOCK',
  title: '',
  effect: '',
  possible: true,
  secrets: [],
  letter: false,
  fourEyes: false,
  ...more,
});
const context = { offer: offer({}), operator: true, name: '0128000017' };

describe('a desk action', () => {
  it('of an operator names the request document (SC-014)', () => {
    expect(faultsOf({ ...EMPTY, reference: ' ' }, context)).toEqual(['reference']);
    expect(faultsOf(EMPTY, { ...context, operator: false })).toEqual([]);
    expect(toRequest({ ...EMPTY, reference: ' 依頼書 2027-0412 ' }, offer({}))).toEqual({
      kind: 'UNLOCK',
      reference: '依頼書 2027-0412',
    });
  });

  it('that is for ever has the account typed', () => {
    const withdraw = { ...context, offer: offer({ kind: 'WITHDRAW' }) };
    expect(faultsOf({ ...EMPTY, reference: 'a', typed: '128000017' }, withdraw)).toEqual(['typed']);
    expect(faultsOf({ ...EMPTY, reference: 'a', typed: '0128000017' }, withdraw)).toEqual([]);
  });

  it('offers a choice of secrets where one may be chosen', () => {
    expect(choiceOf(offer({ secrets: ['PIN', 'TOTP'] }))).toEqual(['PIN', 'TOTP']);
    expect(choiceOf(offer({ secrets: ['PIN'] }))).toEqual([]);
    expect(choiceOf(offer({ kind: 'INITIALISE', secrets: ['PIN', 'TOTP'] }))).toEqual([]);
  });
});
