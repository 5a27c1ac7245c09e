import type { Schema } from '../../api/types';
import { fromBase64, toBase64 } from '../../shared/format/base64';

export type Proof = Schema<'AuditProof'>;

/**
 * Whether an event leads to the root that its seal names: the hashes are worked out here, from the event's own text (RFC 9162 2.1.3.2).
 * Nothing the server says of the event is believed for it.
 */
export async function isSealed(proof: Proof): Promise<boolean> {
  let fn = proof.position;
  let sn = proof.seal.size - 1;
  let hash = await sha256(LEAF, new TextEncoder().encode(proof.text));
  for (const step of proof.path) {
    const beside = fromBase64(step);
    if (sn === 0) {
      return false;
    }
    if (fn % 2 === 1 || fn === sn) {
      hash = await sha256(NODE, beside, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = await sha256(NODE, hash, beside);
    }
    fn = half(fn);
    sn = half(sn);
  }
  const lines = proof.seal.text.split('\n');
  return (
    sn === 0 &&
    toBase64(hash) === proof.seal.root &&
    lines.includes(`root ${proof.seal.root}`) &&
    lines.includes(`size ${proof.seal.size}`)
  );
}

const LEAF = 0;
const NODE = 1;

// A tree may have more leaves than a bitwise operator counts.
const half = (count: number) => Math.floor(count / 2);

async function sha256(kind: number, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const all = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  all[0] = kind;
  let at = 1;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}
