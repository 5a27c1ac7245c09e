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
  const fault = (text: 'fieldMissing' | 'secret.reproof.wrong') => ({
    fieldId: 'reproof',
    message: t(text, { field: t(`secret.reproof.${kind}`) }),
  });
  return {
    missing: value === '' && fault('fieldMissing'),
    refused: isProblem(error, 'reproof-wrong') ? [fault('secret.reproof.wrong')] : [],
  };
}
