import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isoOf, periodOf } from './period';
import classes from './profile.module.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (iso: string) => void;
  readonly error?: string | undefined;
};

const PARTS = ['years', 'months', 'days'] as const;

/** A period by its parts, as people say it. */
export function PeriodField({ id, label, hint, value, onChange, error }: Props) {
  const { t } = useTranslation('profile');
  const period = periodOf(value);
  const described = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset aria-describedby={described} className={classes.period} id={id} tabIndex={-1}>
      <legend className={classes.legend}>{label}</legend>
      <p className={classes.note} id={`${id}-hint`}>
        {hint}
      </p>
      <div className={classes.parts}>
        {PARTS.map((part) => (
          <NumberInput
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            error={error !== undefined}
            key={part}
            label={t(`period.${part}`)}
            max={part === 'days' ? 99_999 : 99}
            min={0}
            onChange={(count) => onChange(isoOf({ ...period, [part]: Number(count) }))}
            value={period[part]}
          />
        ))}
      </div>
      {error && (
        <p className={classes.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
