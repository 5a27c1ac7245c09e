import { dayBoundary } from '../../../shared/format/dates';
import { wordsOf } from '../../../shared/format/text';
import type { KeyAlgorithm, Profile, Rehearsal } from '../api';
import { sampleNames } from './sampleNames';

type Attribute = NonNullable<Rehearsal['subject']>[number]['type'];

/** What somebody enters to try a profile; what stays empty is the CSR's, the tenant's or the profile's. */
export type Trial = {
  readonly csr: string;
  /** Kind of the sample key, where there is no CSR. */
  readonly key: KeyAlgorithm | '';
  readonly subject: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly dnsNames: string;
  readonly emails: string;
  /** The day of the issue; empty for now. */
  readonly day: string;
};

export const EMPTY: Trial = { csr: '', key: '', subject: {}, dnsNames: '', emails: '', day: '' };

export function toRehearsal(trial: Trial, timeZone: string): Rehearsal {
  const csr = trial.csr.trim();
  const subject = Object.entries(trial.subject).flatMap(([type, values = []]) =>
    values
      .map((value) => value.trim())
      .filter(Boolean)
      .map((value) => ({ type: type as Attribute, value })),
  );
  const dnsNames = wordsOf(trial.dnsNames);
  const emails = wordsOf(trial.emails);
  return {
    ...(csr && { csr }),
    ...(!csr && trial.key && { key: trial.key }),
    ...(subject.length > 0 && { subject }),
    ...(dnsNames.length > 0 && { dnsNames }),
    ...(emails.length > 0 && { emails }),
    ...(trial.day && { at: dayBoundary(trial.day, 'start', timeZone) }),
  };
}

const FIELDS = ['csr', 'key', 'dnsNames', 'emails', 'day'];

export const trialId = (name: string): string => `try-${name}`;

/** The field on the page that an error of the server is about. */
export function fieldOf(pointer: string | undefined): string | undefined {
  const [, first = '', second = ''] = (pointer ?? '').split('/');
  const name = first === 'subject' ? second : first === 'at' ? 'day' : first;
  return (first === 'subject' && second !== '') || FIELDS.includes(name) ? trialId(name) : undefined;
}

/** The attributes somebody may state: what tenants are registered with only where any value may be tried. */
export function statedParts(profile: Pick<Profile, 'subject'>, anyValue: boolean): Profile['subject'] {
  return profile.subject.filter(({ from }) => from === 'REQUEST' || (anyValue && from !== 'FIXED'));
}

/** Names that fit the profile, in place of what was entered. */
export function withSample(trial: Trial, profile: Profile, anyValue: boolean): Trial {
  const { subject, dnsNames, emails } = sampleNames(profile);
  const stated = new Set(statedParts(profile, anyValue).map(({ type }) => type));
  return {
    ...trial,
    subject: Object.fromEntries(
      subject.filter(({ type }) => stated.has(type)).map(({ type, value }) => [type, [value]]),
    ),
    dnsNames: dnsNames.join('\n'),
    emails: emails.join('\n'),
  };
}
