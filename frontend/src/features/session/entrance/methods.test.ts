import { describe, expect, it } from 'vitest';
import type { LogInMethod } from '../api';
import { lengthFault, secretNameOf } from './methods';

const pin: LogInMethod = {
  proofs: ['ID', 'PIN'],
  entrance: 'PORTAL',
  ready: true,
  secret: { minLength: 4, maxLength: 12 },
};
const password: LogInMethod = { proofs: ['ID', 'PASSWORD'], entrance: 'PORTAL', ready: true };

describe('a secret', () => {
  it('is called what the ways call it', () => {
    expect(secretNameOf([pin])).toBe('PIN');
    expect(secretNameOf([password])).toBe('PASSWORD');
    expect(secretNameOf([password, pin])).toBe('EITHER');
  });

  it.each(['123', '1234567890123'])('%s is refused before it counts (AT-40)', (secret) => {
    expect(lengthFault(secret, [pin])).toEqual({ fault: 'length', min: 4, max: 12 });
  });

  it.each(['1234', '123456789012'])('%s is sent', (secret) => {
    expect(lengthFault(secret, [pin])).toBeUndefined();
  });

  it('of unknown rules is sent, unless it is missing', () => {
    expect(lengthFault('1', [password, pin])).toBeUndefined();
    expect(lengthFault('', [password])).toEqual({ fault: 'missing' });
  });
});
