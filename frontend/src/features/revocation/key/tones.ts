import type { Tone } from '../../../shared/ui/Status';
import type { KeyCompromiseState } from './api';

export const CASE_TONE: Record<KeyCompromiseState, Tone> = {
  OPEN: 'wait',
  PROVEN: 'warn',
  SUBMITTED: 'ok',
  LAPSED: 'idle',
};
