import { Button, Checkbox, Fieldset, Group, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DomainFields, fieldId } from './form';
import { TextField } from './TextField';

type Props = {
  readonly legend: string;
  /** Where the domain stands in the request; empty where it is all there is. */
  readonly pointer: string;
  readonly value: DomainFields;
  readonly onChange: (value: DomainFields) => void;
  readonly errorAt: (pointer: string) => string | undefined;
  /** Left out where the name is fixed. */
  readonly named?: boolean;
  readonly onRemove?: () => void;
};

/** A domain, and until when and how certificates are issued for names in it. */
export function DomainFieldset({ legend, pointer, value, onChange, errorAt, named = true, onRemove }: Props) {
  const { t } = useTranslation(['tenant', 'common']);
  const units = `${pointer}/units`;
  return (
    <Fieldset legend={legend}>
      <Group align="flex-start" gap="md" grow>
        {named && (
          <TextField
            error={errorAt(`${pointer}/name`)}
            hint={t('hint.domain')}
            label={t('domain.name')}
            onChange={(name) => onChange({ ...value, name })}
            pointer={`${pointer}/name`}
            required
            value={value.name}
          />
        )}
        <TextField
          error={errorAt(`${pointer}/issuingDeadline`)}
          hint={t('hint.deadline')}
          label={t('domain.deadline')}
          onChange={(deadline) => onChange({ ...value, deadline })}
          pointer={`${pointer}/issuingDeadline`}
          required
          type="date"
          value={value.deadline}
        />
      </Group>
      <Checkbox
        checked={value.wildcardAllowed}
        description={t('hint.wildcard')}
        label={t('domain.wildcard')}
        mt="md"
        onChange={(event) => onChange({ ...value, wildcardAllowed: event.currentTarget.checked })}
      />
      <Textarea
        autosize
        description={t('hint.units')}
        error={errorAt(units)}
        id={fieldId(units)}
        label={`${t('domain.units')} (${t('common:optional')})`}
        minRows={2}
        mt="md"
        onChange={(event) => onChange({ ...value, units: event.currentTarget.value })}
        spellCheck={false}
        value={value.units}
      />
      {onRemove && (
        <Group justify="flex-end" mt="md">
          <Button onClick={onRemove} variant="subtle">
            {t('form.removeDomain', { name: value.name || legend })}
          </Button>
        </Group>
      )}
    </Fieldset>
  );
}
