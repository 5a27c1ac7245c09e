import type { Schema } from '../../../api/types';
import type { Tone } from '../../../shared/ui/Status';
import type { KeyCompromiseState } from './api';

export const CERTIFICATE_TONE: Record<Schema<'CertificateStatus'>, Tone> = {
  WAITING_FOR_DOWNLOAD: 'wait',
  ISSUED: 'ok',
  RENEWED: 'idle',
  REVOKED: 'bad',
  EXPIRED: 'idle',
};

export const CASE_TONE: Record<KeyCompromiseState, Tone> = {
  OPEN: 'wait',
  PROVEN: 'warn',
  SUBMITTED: 'ok',
  LAPSED: 'idle',
};
