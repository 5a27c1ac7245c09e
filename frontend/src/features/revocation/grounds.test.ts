import { describe, expect, it } from 'vitest';
import { faultsOf, NO_GROUNDS, requestOf } from './grounds';

const LIMITS = {
  now: Date.parse('2026-11-22T04:00:00Z'),
  timeZone: 'Asia/Tokyo',
  byOperator: false,
  notBefore: '2026-11-01T00:00:00Z',
};
const COMPROMISED = { ...NO_GROUNDS, reason: 'KEY_COMPROMISE' as const };

describe('the grounds of a revocation', () => {
  it('need a reason, and an operator’s a document', () => {
    expect(faultsOf(NO_GROUNDS, LIMITS)).toEqual([{ field: 'reason', fault: 'reasonMissing' }]);
    expect(faultsOf({ ...COMPROMISED, reference: ' ' }, { ...LIMITS, byOperator: true })).toEqual([
      { field: 'reference', fault: 'referenceMissing' },
    ]);
    expect(faultsOf({ ...COMPROMISED, reference: 'R-1' }, { ...LIMITS, byOperator: true })).toEqual([]);
  });

  it('tell since when by the clock of the tenant: neither in the future nor before the certificate', () => {
    expect(faultsOf({ ...COMPROMISED, invalidFrom: '2026-11-22T13:00' }, LIMITS)).toEqual([]);
    expect(faultsOf({ ...COMPROMISED, invalidFrom: '2026-11-22T13:01' }, LIMITS)).toEqual([
      { field: 'invalidFrom', fault: 'inFuture' },
    ]);
    expect(faultsOf({ ...COMPROMISED, invalidFrom: '2026-11-01T08:59' }, LIMITS)).toEqual([
      { field: 'invalidFrom', fault: 'beforeBegin' },
    ]);
  });

  it('are sent without what is empty or does not belong to the reason', () => {
    expect(requestOf({ ...COMPROMISED, invalidFrom: '2026-11-22T13:00', comment: ' 漏えい ' }, 'Asia/Tokyo')).toEqual({
      reason: 'KEY_COMPROMISE',
      invalidityDate: '2026-11-22T04:00:00.000Z',
      comment: '漏えい',
    });
    expect(requestOf({ ...NO_GROUNDS, reason: 'SUPERSEDED', invalidFrom: '2026-11-22T13:00' }, 'Asia/Tokyo')).toEqual({
      reason: 'SUPERSEDED',
    });
  });
});
