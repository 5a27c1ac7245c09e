import type { Profile, Rehearsal } from '../api';

const SAMPLES: Readonly<Record<string, string>> = {
  OU: 'Computing Centre',
  O: 'Example University',
  L: 'Chiyoda-ku',
  ST: 'Tokyo',
  C: 'JP',
};

/** Names that fit a profile, to try it with: of what is not fixed, everything it must have. */
export function sampleNames(
  profile: Pick<Profile, 'subject' | 'alternativeNames'>,
): Required<Pick<Rehearsal, 'subject' | 'dnsNames' | 'emails'>> {
  const hasDnsNames = profile.alternativeNames.includes('DNS');
  const commonName = hasDnsNames ? 'www.example.ac.jp' : 'Taro Yamada';
  return {
    subject: profile.subject
      .filter((part) => part.times === 'ONCE' && part.from !== 'FIXED')
      .map(({ type }) => ({
        type: type as NonNullable<Rehearsal['subject']>[number]['type'],
        value: type === 'CN' ? commonName : (SAMPLES[type] ?? ''),
      }))
      .filter(({ value }) => value !== ''),
    dnsNames: hasDnsNames ? [commonName] : [],
    emails: profile.alternativeNames.includes('EMAIL') ? ['taro.yamada@example.ac.jp'] : [],
  };
}
