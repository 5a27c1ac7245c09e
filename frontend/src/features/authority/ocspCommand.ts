import { fileNameOf } from '../../shared/format/downloadPath';
import type { Authority } from './api';

type Asked = Pick<Authority, 'root' | 'pemUrl' | 'pemChainUrl'>;

/**
 * Lines that ask for the status of a certificate of this authority. What they need of ours they fetch; the answer is signed under
 * the authority itself, so the chain up to the root is what it is checked with.
 */
export function ocspCommand(authority: Asked, ocspUrl: string): string {
  const issuer = fileNameOf(authority.pemUrl);
  const trusted = authority.root ? issuer : fileNameOf(authority.pemChainUrl);
  return [
    `curl -sSO ${authority.pemUrl}`,
    !authority.root && `curl -sSO ${authority.pemChainUrl}`,
    `openssl ocsp -issuer ${issuer} -cert certificate.pem -url ${ocspUrl} -CAfile ${trusted}`,
  ]
    .filter(Boolean)
    .join('\n');
}
