/** What a password of a key file must be so that every system can type and take it. */
export const FILE_PASSWORD = { min: 8, max: 32 } as const;

export type PasswordFault = 'missing' | 'length' | 'characters' | 'differs';

export function faultOf(password: string, again: string): PasswordFault | undefined {
  if (password === '') return 'missing';
  if (!/^[\x21-\x7e]*$/.test(password)) return 'characters';
  if (password.length < FILE_PASSWORD.min || password.length > FILE_PASSWORD.max) return 'length';
  return password === again ? undefined : 'differs';
}
