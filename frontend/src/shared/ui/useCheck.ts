import { useState } from 'react';
import type { ProblemError } from '../../api/problems';
import type { FieldFault } from './ErrorSummary';

export type Check = {
  /** What is to be told now. */
  readonly faults: readonly FieldFault[];
  /** Changes whenever faults are told anew. */
  readonly attempt: number;
  /** Whether the server refused what was sent for something that is told at a field. */
  readonly refused: boolean;
  readonly at: (fieldId: string) => string | undefined;
  /** To be called when the form is sent; tells whether the page finds nothing wrong with it. */
  readonly pass: () => boolean;
  /** As if nothing had been sent yet. */
  readonly reset: () => void;
};

/**
 * What is wrong with a form: nothing before it is sent for the first time, then what the page finds by itself, and where that is nothing,
 * what the server refused.
 */
export function useCheck(found: readonly (FieldFault | false)[], refused: readonly FieldFault[]): Check {
  const [sent, setSent] = useState(0);
  const own = found.filter((fault) => fault !== false);
  const faults = sent === 0 ? [] : own.length > 0 ? own : refused;
  return {
    faults,
    attempt: sent + (refused.length > 0 ? 0.5 : 0),
    refused: refused.length > 0,
    at: (fieldId) => faults.find((fault) => fault.fieldId === fieldId)?.message,
    pass: () => {
      setSent((before) => before + 1);
      return own.length === 0;
    },
    reset: () => setSent(0),
  };
}

/** What the server found, each at the field that its pointer names. */
export const fieldFaults = (errors: readonly ProblemError[]): FieldFault[] =>
  errors.map(({ pointer, message, code }) => ({ fieldId: pointer?.split('/')[1] || undefined, message, code }));
