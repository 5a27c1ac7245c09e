import { describe, expect, it } from 'vitest';
import { renewalDoor } from '../../../../test/fixtures/submission';
import { csrFaults, ofCsr, ofFile, ofRenewals, withoutSoftware } from './input';

const INPUT = { csr: ' MIIC ', name: ' 山田花子 ', unit: '', email: 'a@b.jp ', software: 'nginx', dnsNames: '' };

describe('what is handed in', () => {
  it('names are separated by whatever people write between them', () => {
    expect(ofCsr({ ...INPUT, dnsNames: 'a.b.jp, dNSName=c.b.jp\nd.b.jp' }).csr?.dnsNames).toEqual([
      'a.b.jp',
      'c.b.jp',
      'd.b.jp',
    ]);
    expect(ofCsr(INPUT).csr).toEqual({
      csr: 'MIIC',
      subscriber: { email: 'a@b.jp', name: '山田花子', unit: '', software: 'nginx' },
      dnsNames: [],
    });
  });

  it('a file keeps its bytes, whatever its encoding', async () => {
    const file = new File([new Uint8Array([0x8e, 0x52, 0x00, 0xff])], 'a.tsv');
    expect(await ofFile(file, 'ISSUE')).toEqual({ tsv: { operation: 'ISSUE', name: 'a.tsv', content: 'jlIA/w==' } });
  });

  it('what is missing is named', () => {
    expect(csrFaults(INPUT)).toEqual([]);
    expect(csrFaults({ ...INPUT, csr: ' ', email: '', software: '' })).toEqual(['csr', 'email', 'software']);
  });

  it('certificates with a CSR are renewed, which need their software', () => {
    const { certificates } = renewalDoor;
    const [www, ftp] = certificates.map(({ id }) => id) as [string, string, string];
    const inputs = {
      [www]: { csr: ' ', software: '', dnsNames: '' },
      [ftp]: { csr: 'MIIC ', software: ' ', dnsNames: 'dNSName=a.jp\nb.jp' },
    };
    expect(withoutSoftware(certificates, inputs).map(({ id }) => id)).toEqual([ftp]);
    expect(withoutSoftware(certificates, {})).toEqual([]);
    const renewal = { certificate: ftp, csr: 'MIIC', software: '' };
    expect(ofRenewals(certificates, inputs, true)).toEqual({ renewals: [{ ...renewal, dnsNames: ['a.jp', 'b.jp'] }] });
    expect(ofRenewals(certificates, inputs, false)).toEqual({ renewals: [renewal] });
    expect(ofRenewals(certificates, {}, true)).toBeUndefined();
  });
});
