import { Checkbox, Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './user.module.css';

type Props = {
  readonly legend: string;
  readonly all: readonly string[];
  /** Null where every one is meant, those to come included. */
  readonly value: readonly string[] | null;
  readonly onChange: (value: readonly string[] | null) => void;
};

/** Every currency, or these. */
export function Currencies({ legend, all, value, onChange }: Props) {
  const { t } = useTranslation('user');
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      <Radio.Group
        aria-label={legend}
        onChange={(choice) => onChange(choice === 'every' ? null : (value ?? all))}
        value={value === null ? 'every' : 'these'}
      >
        <Group gap="lg" mb="sm">
          <Radio label={t('limit.every')} value="every" />
          <Radio label={t('limit.these')} value="these" />
        </Group>
      </Radio.Group>
      {value !== null && (
        <Group gap="lg">
          {all.map((currency) => (
            <Checkbox
              checked={value.includes(currency)}
              key={currency}
              label={currency}
              onChange={(event) =>
                onChange(all.filter((each) => (each === currency ? event.currentTarget.checked : value.includes(each))))
              }
            />
          ))}
        </Group>
      )}
    </fieldset>
  );
}
