import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wallClockAt } from '../../shared/format/dates';
import { useTimeZone } from '../../shared/format/zone';
import { Callout } from '../../shared/ui/Callout';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import type { FieldFault } from '../../shared/ui/ErrorSummary';
import { REASONS, type RevocationReason } from './api';
import type { Grounds, GroundsFault } from './grounds';

export const FIELD_ID = {
  reason: 'revocation-reason',
  invalidFrom: 'revocation-invalid-from',
  reference: 'revocation-reference',
} as const;

type Props = {
  readonly value: Grounds;
  readonly onChange: (grounds: Grounds) => void;
  readonly byOperator: boolean;
  /** Those that may be chosen; a single one is no choice, and whoever shows the form says what it means. */
  readonly reasons?: readonly RevocationReason[];
  readonly faults: readonly GroundsFault[];
};

/** Why something is revoked: each reason with when to take it, and with what it means once it is taken. */
export function GroundsFields({ value, onChange, byOperator, reasons = REASONS, faults }: Props) {
  const { t } = useTranslation(['revocation', 'common']);
  const zone = useTimeZone();
  const faultAt = (field: GroundsFault['field']) => {
    const found = faults.find((each) => each.field === field);
    return found && t(`fault.${found.fault}`);
  };
  return (
    <>
      {reasons.length > 1 && (
        <>
          <ChoiceGroup
            choices={reasons.map((reason) => ({
              value: reason,
              name: t(`reason.${reason}.name`),
              line: t(`reason.${reason}.line`),
            }))}
            id={FIELD_ID.reason}
            legend={`${t('reasonLegend')} (${t('common:required')})`}
            onChange={(reason) => onChange({ ...value, reason })}
            value={value.reason}
          />
          <div aria-live="polite">
            {value.reason && (
              <Callout title={t('means')} tone={value.reason === 'KEY_COMPROMISE' ? 'bad' : 'info'}>
                <p>{t(`reason.${value.reason}.means`)}</p>
              </Callout>
            )}
          </div>
        </>
      )}
      {value.reason === 'KEY_COMPROMISE' && (
        <TextInput
          description={t('invalidFromHint')}
          error={faultAt('invalidFrom')}
          id={FIELD_ID.invalidFrom}
          label={`${t('invalidFrom')} (${t('common:optional')})`}
          max={wallClockAt(Date.now(), zone)}
          onChange={(event) => onChange({ ...value, invalidFrom: event.currentTarget.value })}
          styles={{ input: { maxWidth: '20rem' } }}
          type="datetime-local"
          value={value.invalidFrom}
        />
      )}
      {byOperator && (
        <TextInput
          autoComplete="off"
          description={t('referenceHint')}
          error={faultAt('reference')}
          id={FIELD_ID.reference}
          label={`${t('reference')} (${t('common:required')})`}
          maw="28rem"
          maxLength={64}
          onChange={(event) => onChange({ ...value, reference: event.currentTarget.value })}
          value={value.reference}
        />
      )}
      <TextInput
        autoComplete="off"
        description={t('commentHint')}
        label={`${t('comment')} (${t('common:optional')})`}
        maxLength={128}
        onChange={(event) => onChange({ ...value, comment: event.currentTarget.value })}
        value={value.comment}
      />
    </>
  );
}

/** The same faults for the summary at the top of a form. */
export function useSummary(): (faults: readonly GroundsFault[]) => FieldFault[] {
  const { t } = useTranslation('revocation');
  return (faults) => faults.map(({ field, fault }) => ({ fieldId: FIELD_ID[field], message: t(`fault.${fault}`) }));
}
