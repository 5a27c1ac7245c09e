import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import type { FieldFault } from '../ui/ErrorSummary';

/** What the policy has typed once more before what matters: nothing where it is absent or NONE. */
export type ReproofKind = Schema<'ReproofKind'> | undefined;

/** The two things that can be wrong with it: nothing was typed, and the server does not know it. */
export function useReproof(
  kind: ReproofKind,
  value: string,
  error: unknown,
): { readonly missing: FieldFault | false; readonly refused: readonly FieldFault[] } {
  const { t } = useTranslation();
  if (!kind || kind === 'NONE') return { missing: false, refused: [] };
  const fault = (name: 'missing' | 'wrong') => ({
    fieldId: 'reproof',
    message: t(`secret.reproof.${name}`, { field: t(`secret.reproof.${kind}`) }),
  });
  return {
    missing: value === '' && fault('missing'),
    refused: isProblem(error, 'reproof-wrong') ? [fault('wrong')] : [],
  };
}
