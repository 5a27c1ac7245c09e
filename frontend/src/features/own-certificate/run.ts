import { issueOwn, type KeyFile, type OwnIssuance, type OwnIssuanceOffer } from './api';

/** The three steps of a run: key, certificate, file. */
export const STEPS = ['key', 'certificate', 'file'] as const;

export type Made = { readonly issued: OwnIssuance; readonly file: KeyFile };

type Wish = {
  readonly offer: OwnIssuanceOffer;
  /** Whose key it is: a reload before the certificate was stored goes on with the same one. */
  readonly account: string;
  readonly holder: string;
  /** Opens the file. It goes nowhere from here. */
  readonly password: string;
  readonly reproof: string;
  readonly onStep: (step: number) => void;
};

const placeOf = (account: string) => `own-certificate-${account}`;

/** Makes a key in this browser, has it certified, and puts both into a file. The private key never leaves this device otherwise. */
export async function run({ offer, account, holder, password, reproof, onStep }: Wish): Promise<Made> {
  // Loaded when it is needed: it is large, and most pages do without.
  const [{ makeable, makeKey, makeRequest }, { makeKeyFile }, { keepKey, keptKey }] = await Promise.all([
    import('../../shared/pki/browserKey'),
    import('../../shared/pki/keyFile'),
    import('../../shared/pki/keptKey'),
  ]);
  const kind = makeable(offer.keys);
  if (!kind) throw new Error(`no key of ${offer.keys.join()} can be made here`);
  onStep(0);
  const key = (await keptKey(placeOf(account))) ?? (await makeKey(kind));
  await keepKey(placeOf(account), key);
  onStep(1);
  const issued = await issueOwn(await makeRequest(key, holder), reproof);
  onStep(2);
  const content = await makeKeyFile({
    privateKey: key.privateKey,
    certificate: issued.certificate,
    chain: issued.chain,
    friendlyName: issued.friendlyName,
    password,
    passwordIs: 'chosen',
  });
  return {
    issued,
    file: { blob: new Blob([content], { type: 'application/x-pkcs12' }), name: `${issued.fileName}.p12` },
  };
}

/** The file has the key now. */
export async function forget(account: string): Promise<void> {
  const { forgetKey } = await import('../../shared/pki/keptKey');
  await forgetKey(placeOf(account));
}
