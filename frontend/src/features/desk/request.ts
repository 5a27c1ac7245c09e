import type { Schema } from '../../api/types';
import type { DeskOffer } from './api';

type Kind = Schema<'DeskActionKind'>;

/** What ends something: its button is red. */
export const DANGEROUS: ReadonlySet<Kind> = new Set<Kind>([
  'REVOKE_CERTIFICATES',
  'INITIALISE',
  'NEW_DEVICE',
  'REISSUE_CERTIFICATE',
  'WITHDRAW',
  'SUSPEND',
]);

/** What is for ever: whose account it is has to be typed. */
export const FOREVER: ReadonlySet<Kind> = new Set<Kind>(['WITHDRAW']);

/** Where one of several secrets may be chosen; the others say only what the letter will hold. */
export function choiceOf({ kind, secrets }: DeskOffer): readonly Schema<'SecretKind'>[] {
  return (kind === 'UNLOCK' || kind === 'RESET_PASSWORD') && secrets.length > 1 ? secrets : [];
}

export type ActionValues = {
  /** Empty for all of them. */
  readonly secret: Schema<'SecretKind'> | '';
  readonly reference: string;
  readonly comment: string;
  readonly reproof: string;
  readonly typed: string;
};

export const EMPTY: ActionValues = { secret: '', reference: '', comment: '', reproof: '', typed: '' };

type Context = {
  readonly offer: DeskOffer;
  readonly operator: boolean;
  /** What must be typed before what is for ever. */
  readonly name: string;
};

/** The fields that are not as they must be. */
export function faultsOf(values: ActionValues, { offer, operator, name }: Context): ('reference' | 'typed')[] {
  return [
    ...(operator && values.reference.trim() === '' ? (['reference'] as const) : []),
    ...(FOREVER.has(offer.kind) && values.typed.trim() !== name ? (['typed'] as const) : []),
  ];
}

export function toRequest(values: ActionValues, { kind }: DeskOffer): Schema<'DeskActionRequest'> {
  return {
    kind,
    ...(values.secret && { secret: values.secret }),
    ...(values.reference.trim() && { reference: values.reference.trim() }),
    ...(values.comment.trim() && { comment: values.comment.trim().replace(/\s+/g, ' ') }),
    ...(values.reproof && { reproof: values.reproof }),
  };
}
