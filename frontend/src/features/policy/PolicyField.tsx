import { Checkbox, NativeSelect, NumberInput, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Status } from '../../shared/ui/Status';
import type { PolicyKey } from './api';
import { fieldId } from './fieldId';
import { MethodsField } from './MethodsField';
import classes from './policy.module.css';

export type FieldProps = {
  readonly policyKey: PolicyKey;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error?: string | undefined;
  /** Whether it differs from the preset. */
  readonly changed: boolean;
};

/** One key with the control that fits its type, its bounds, and whether it is the preset's. */
export function PolicyField(props: FieldProps) {
  const { t } = useTranslation('policy');
  const { policyKey: key, changed } = props;
  return (
    <div className={classes.field} data-changed={changed || undefined}>
      <Control {...props} />
      <p className={classes.marks}>
        {changed && <Status tone="info">{t('changed')}</Status>}
        {key.atOnce && <Status tone="warn">{t('atOnce')}</Status>}
      </p>
    </div>
  );
}

function Control({ policyKey: key, value, onChange, error }: FieldProps) {
  const { t } = useTranslation('policy');
  const common = { id: fieldId(key.path), label: key.title, description: useHint(key), error };
  switch (key.type) {
    case 'BOOLEAN':
      return (
        <Switch {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      );
    case 'INTEGER':
      return (
        <NumberInput
          {...common}
          allowDecimal={false}
          onChange={(number) => onChange(number === '' ? null : number)}
          value={typeof value === 'number' ? value : ''}
        />
      );
    case 'CHOICE':
      return (
        <NativeSelect
          {...common}
          data={[
            ...(key.optional ? [{ value: '', label: t('noValue') }] : []),
            ...key.values.map((choice) => ({ value: choice.value, label: choice.title })),
          ]}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          value={value === null ? '' : String(value)}
        />
      );
    case 'CHOICES':
      return (
        <Checkbox.Group {...common} onChange={onChange} value={texts(value)}>
          <div className={classes.choices}>
            {key.values.map((choice) => (
              <Checkbox key={choice.value} label={choice.title} value={choice.value} />
            ))}
          </div>
        </Checkbox.Group>
      );
    case 'METHODS':
      return <MethodsField error={error} onChange={onChange} policyKey={key} value={value} />;
    case 'TEXTS':
    case 'PERIODS':
      return <TagsInput {...common} onChange={onChange} placeholder={t('addValue')} value={texts(value)} />;
    default:
      return (
        <TextInput
          {...common}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          value={value === null ? '' : String(value)}
        />
      );
  }
}

function useHint(key: PolicyKey): string {
  const { t } = useTranslation('policy');
  const isSpan = key.type === 'DURATION' || key.type === 'PERIOD' || key.type === 'PERIODS';
  return [
    key.help,
    isSpan && t('spanHint', { example: key.type === 'DURATION' ? 'PT30M' : 'P30D' }),
    key.least && key.most && key.type !== 'TEXTS' && key.type !== 'PERIODS'
      ? t('bounds', { least: key.least, most: key.most })
      : key.least && t('least', { least: key.least }),
    key.optional && t('mayBeEmpty'),
  ]
    .filter(Boolean)
    .join(' ');
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
