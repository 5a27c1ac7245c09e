import type { KeyFileWish } from '../../shared/keyFile/TargetChoice';
import { recommended, type Target } from '../../shared/keyFile/targets';
import { issueOwn, type KeyFile, type OwnCertificate, type OwnIssuance, type OwnIssuanceOffer } from './api';
import { isGood } from './compare';

/** The three steps of a run: key, certificate, file. */
export const STEPS = ['key', 'certificate', 'file'] as const;

export type Made = {
  readonly issued: OwnIssuance;
  readonly file: KeyFile;
  /** Where it is to be imported. */
  readonly target: Target;
};

type Wish = {
  readonly offer: OwnIssuanceOffer;
  /** Whose key it is: a reload before the certificate is in use goes on with the same one, and makes the file again. */
  readonly account: string;
  readonly certificates: readonly OwnCertificate[];
  readonly holder: string;
  /** Opens the file. It goes nowhere from here. */
  readonly password: string;
  readonly wish: KeyFileWish;
  readonly reproof: string;
  readonly onStep: (step: number) => void;
};

const placeOf = (account: string) => `own-certificate-${account}`;

/** Makes a key in this browser, has it certified, and puts both into a file. The private key never leaves this device otherwise. */
export async function run({
  offer,
  account,
  certificates,
  holder,
  password,
  wish,
  reproof,
  onStep,
}: Wish): Promise<Made> {
  // Loaded when it is needed: it is large, and most pages do without.
  const [{ makeable, makeKey, makeRequest }, { makeKeyFile }, { keepKey, keptKey }] = await Promise.all([
    import('../../shared/pki/browserKey'),
    import('../../shared/pki/keyFile'),
    import('../../shared/pki/keptKey'),
  ]);
  const kind = makeable(offer.keys);
  if (!kind) throw new Error(`no key of ${offer.keys.join()} can be made here`);
  onStep(0);
  await forgetUsed(account, certificates);
  const key = (await keptKey(placeOf(account)))?.pair ?? (await makeKey(kind));
  await keepKey(placeOf(account), key);
  onStep(1);
  const issued = await issueOwn(await makeRequest(key, holder), reproof);
  await keepKey(placeOf(account), key, issued.serial);
  onStep(2);
  const content = await makeKeyFile({
    privateKey: key.privateKey,
    certificate: issued.certificate,
    chain: issued.chain,
    friendlyName: issued.friendlyName,
    password,
    passwordIs: 'chosen',
    profile: wish.profile ?? recommended(wish.target),
  });
  return {
    issued,
    target: wish.target,
    file: { blob: new Blob([content], { type: 'application/x-pkcs12' }), name: `${issued.fileName}.p12` },
  };
}

/** The certificate is in use: no file is made of its key any more. */
export async function forget(account: string): Promise<void> {
  const { forgetKey } = await import('../../shared/pki/keptKey');
  await forgetKey(placeOf(account));
}

/** Forgets a key whose certificate its owner has, or that ended: the next certificate gets a key of its own. */
export async function forgetUsed(account: string, certificates: readonly OwnCertificate[]): Promise<void> {
  const { keptKey } = await import('../../shared/pki/keptKey');
  const serial = (await keptKey(placeOf(account)))?.serial;
  const its = certificates.find((certificate) => certificate.serial === serial);
  if (its && (its.confirmed || !isGood(its))) await forget(account);
}
