import type { OwnCertificate } from './api';

/** KEEP: the one to log in with. WAIT: still good, until the newer one was tried. DELETE: of no use any more. */
export type Verdict = 'KEEP' | 'WAIT' | 'DELETE';

/** Whether one can log in with it. */
export const isGood = ({ status }: OwnCertificate) => status === 'ISSUED' || status === 'RENEWED';

/** What to do with one of several certificates of the same name. The one that ends last is the newest. */
export function verdictOf(certificate: OwnCertificate, all: readonly OwnCertificate[]): Verdict {
  if (!isGood(certificate)) return 'DELETE';
  const newest = all
    .filter(isGood)
    .reduce((best, each) => (Date.parse(each.notAfter) > Date.parse(best.notAfter) ? each : best), certificate);
  return newest.serial === certificate.serial ? 'KEEP' : 'WAIT';
}
