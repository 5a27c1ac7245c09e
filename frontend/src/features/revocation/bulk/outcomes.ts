import type { Tone } from '../../../shared/ui/Status';
import type { BulkRevocation, RevocationOutcome } from './api';

/** Whether a line will be carried out, was carried out, asks for a person, or needs nothing. */
export const TONE: Record<RevocationOutcome, Tone> = {
  REVOCABLE: 'info',
  REPLACEABLE: 'info',
  REVOKED: 'ok',
  ALREADY_REVOKED: 'idle',
  EXPIRED: 'idle',
  DUPLICATE: 'idle',
  NOT_FOUND: 'bad',
  NOT_PERMITTED: 'bad',
  ACTIVE_AUTHORITY: 'bad',
  AMBIGUOUS: 'warn',
};

export type Counts = {
  /** What the submission carries out, or still has to. */
  readonly left: number;
  readonly revoked: number;
  /** Lines that somebody must look at. */
  readonly refused: number;
  /** Lines for which there is nothing to do. */
  readonly idle: number;
};

export function countsOf({ outcomes }: Pick<BulkRevocation, 'outcomes'>): Counts {
  const sum = (of: (outcome: RevocationOutcome) => boolean) =>
    outcomes.filter(({ outcome }) => of(outcome)).reduce((total, { lines }) => total + lines, 0);
  return {
    left: sum((outcome) => TONE[outcome] === 'info'),
    revoked: sum((outcome) => outcome === 'REVOKED'),
    refused: sum((outcome) => TONE[outcome] === 'bad' || TONE[outcome] === 'warn'),
    idle: sum((outcome) => TONE[outcome] === 'idle'),
  };
}
