import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldId } from './form';

type Props = {
  /** Where the value stands in the request; the field's id follows from it. */
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
} & Pick<TextInputProps, 'type' | 'inputMode' | 'maw'>;

export function TextField({ pointer, label, hint, value, onChange, error, required = false, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      autoComplete="off"
      description={hint}
      error={error}
      id={fieldId(pointer)}
      label={`${label} (${required ? t('required') : t('optional')})`}
      onChange={(event) => onChange(event.currentTarget.value)}
      value={value}
      {...rest}
    />
  );
}
