import type { PresentedCertificate } from '../api';

/** Where the help goes on from what is wrong with a certificate. */
export const GUIDE: Record<PresentedCertificate['code'], string> = {
  'M-CERT-OK': 'log-in',
  'M-CERT-SITE': 'log-in',
  'M-CERT-NONE': 'p12',
  'M-CERT-FOREIGN': 'choice',
  'M-CERT-EXPIRED': 'expiry',
  'M-CERT-NOT-YET': 'expiry',
  'M-CERT-REVOKED': 'new-pc',
  'M-CERT-SUPERSEDED': 'choice',
  'M-CERT-NO-ACCOUNT': 'choice',
};
