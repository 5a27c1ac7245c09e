import { expect, test } from 'vitest';
import { isSealed, type Proof } from './proof';

// A tree of three leaves, put together step by step.
const sha256 = async (...parts: (number | string | Uint8Array)[]) => {
  const bytes = parts.flatMap((part) =>
    typeof part === 'number' ? [part] : [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)],
  );
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
};
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

async function proofOf(position: 0 | 1 | 2): Promise<Proof> {
  const [a, b, c] = [await sha256(0, 'one'), await sha256(0, 'two'), await sha256(0, 'three')] as const;
  const ab = await sha256(1, a, b);
  const root = base64(await sha256(1, ab, c));
  const paths = [[b, c], [a, c], [ab]] as const;
  return {
    text: ['one', 'two', 'three'][position] ?? '',
    position,
    path: (paths[position] ?? []).map(base64),
    seal: {
      size: 3,
      root,
      at: '2026-11-25T07:00:00Z',
      text: `shomei-audit-seal 1\norigin https://localhost\nsize 3\nroot ${root}\nat 2026-11-25T07:00:00Z\n`,
      signature: '',
      certificates: [],
    },
  };
}

test.each([0, 1, 2] as const)('event %i leads to the root', async (position) => {
  expect(await isSealed(await proofOf(position))).toBe(true);
});

test('a leaf without neighbours is the root', async () => {
  const root = base64(await sha256(0, 'one'));
  const proof = await proofOf(0);
  const alone = { ...proof.seal, size: 1, root, text: `size 1\nroot ${root}\n` };
  expect(await isSealed({ ...proof, path: [], seal: alone })).toBe(true);
});

test.each<[string, (proof: Proof) => Proof]>([
  ['another text', (proof) => ({ ...proof, text: 'One' })],
  ['another place', (proof) => ({ ...proof, position: 1 })],
  ['a path that is too short', (proof) => ({ ...proof, path: proof.path.slice(1) })],
  ['a path that is too long', (proof) => ({ ...proof, path: [...proof.path, proof.path[0] ?? ''] })],
  ['a seal of another root', (proof) => ({ ...proof, seal: { ...proof.seal, text: 'size 3\nroot AAAA\n' } })],
])('%s is noticed', async (_, change) => {
  expect(await isSealed(change(await proofOf(0)))).toBe(false);
});
