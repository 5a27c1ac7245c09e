import { instantAt } from '../../shared/format/dates';
import type { RevocationReason, RevocationRequest } from './api';

/** What somebody filled in; the time as a wall clock shows it. */
export type Grounds = {
  readonly reason?: RevocationReason | undefined;
  readonly invalidFrom: string;
  readonly reference: string;
  readonly comment: string;
};

export const NO_GROUNDS: Grounds = { invalidFrom: '', reference: '', comment: '' };

/** Fields of the form that hold something wrong, and what. */
export type GroundsFault = {
  readonly field: 'reason' | 'invalidFrom' | 'reference';
  readonly fault: 'reasonMissing' | 'inFuture' | 'beforeBegin' | 'referenceMissing';
};

type Limits = {
  readonly now: number;
  readonly timeZone: string;
  /** An operator names the document acted on. */
  readonly byOperator: boolean;
  /** When the certificate began, where it is one. */
  readonly notBefore?: string | undefined;
};

export function faultsOf(grounds: Grounds, { now, timeZone, byOperator, notBefore }: Limits): GroundsFault[] {
  const faults: GroundsFault[] = [];
  if (!grounds.reason) faults.push({ field: 'reason', fault: 'reasonMissing' });
  const invalidFrom = invalidityDate(grounds, timeZone);
  if (invalidFrom) {
    const at = Date.parse(invalidFrom);
    if (at > now) faults.push({ field: 'invalidFrom', fault: 'inFuture' });
    else if (notBefore && at < Date.parse(notBefore)) faults.push({ field: 'invalidFrom', fault: 'beforeBegin' });
  }
  if (byOperator && !grounds.reference.trim()) faults.push({ field: 'reference', fault: 'referenceMissing' });
  return faults;
}

/** Only with a compromised key does it matter since when (RFC 5280 5.3.2). */
function invalidityDate({ reason, invalidFrom }: Grounds, timeZone: string): string | undefined {
  return reason === 'KEY_COMPROMISE' && invalidFrom ? instantAt(invalidFrom, timeZone) : undefined;
}

/** What is sent; fields that were left empty, or do not belong to the reason, stay away. */
export function requestOf(grounds: Grounds & { reason: RevocationReason }, timeZone: string): RevocationRequest {
  const invalidFrom = invalidityDate(grounds, timeZone);
  const reference = grounds.reference.trim();
  const comment = grounds.comment.trim();
  return {
    reason: grounds.reason,
    ...(invalidFrom && { invalidityDate: invalidFrom }),
    ...(reference && { reference }),
    ...(comment && { comment }),
  };
}

export const isComplete = (grounds: Grounds): grounds is Grounds & { reason: RevocationReason } =>
  grounds.reason !== undefined;
