import { expect, it } from 'vitest';
import { ocspCommand } from './ocspCommand';

const addresses = {
  pemUrl: 'http://pki.example.jp/pki/server-p256-g2.pem',
  pemChainUrl: 'http://pki.example.jp/pki/server-p256-g2.chain.pem',
};

it('asks with the files of the authority and checks the answer up to the root', () => {
  expect(ocspCommand({ root: false, ...addresses }, 'http://pki.example.jp/ocsp')).toBe(
    [
      'curl -sSO http://pki.example.jp/pki/server-p256-g2.pem',
      'curl -sSO http://pki.example.jp/pki/server-p256-g2.chain.pem',
      'openssl ocsp -issuer server-p256-g2.pem -cert certificate.pem -url http://pki.example.jp/ocsp -CAfile server-p256-g2.chain.pem',
    ].join('\n'),
  );
});

it('needs one file of a root', () => {
  expect(ocspCommand({ root: true, ...addresses }, 'http://pki.example.jp/ocsp')).toBe(
    [
      'curl -sSO http://pki.example.jp/pki/server-p256-g2.pem',
      'openssl ocsp -issuer server-p256-g2.pem -cert certificate.pem -url http://pki.example.jp/ocsp -CAfile server-p256-g2.pem',
    ].join('\n'),
  );
});
