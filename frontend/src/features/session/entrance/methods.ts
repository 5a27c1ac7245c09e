import type { Schema } from '../../../api/types';
import type { LogInMethod } from '../api';

type Proof = Schema<'LogInProof'>;

/** What a form asks for: with an ID or without, and what the secret is called. */
export type SecretName = 'PASSWORD' | 'PIN' | 'EITHER';

export const proves = (method: LogInMethod, proof: Proof): boolean => method.proofs.includes(proof);

export const asksForSecret = (method: LogInMethod): boolean => proves(method, 'PASSWORD') || proves(method, 'PIN');

/** Ways that share a form differ in nothing but the name of the secret. */
export function secretNameOf(methods: readonly LogInMethod[]): SecretName {
  const pin = methods.some((method) => proves(method, 'PIN'));
  const password = methods.some((method) => proves(method, 'PASSWORD'));
  return pin && password ? 'EITHER' : pin ? 'PIN' : 'PASSWORD';
}

export type LengthFault =
  | { readonly fault: 'missing' }
  | { readonly fault: 'length'; readonly min: number; readonly max: number };

/** A secret of a length that none can have is not sent: it would only count as a failure (HK-022). */
export function lengthFault(secret: string, methods: readonly LogInMethod[]): LengthFault | undefined {
  if (secret === '') return { fault: 'missing' };
  const lengths = methods.flatMap((method) => method.secret ?? []);
  if (lengths.length < methods.length || lengths.length === 0) return undefined;
  const min = Math.min(...lengths.map((length) => length.minLength));
  const max = Math.max(...lengths.map((length) => length.maxLength));
  return secret.length < min || secret.length > max ? { fault: 'length', min, max } : undefined;
}
