import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FilterBar.module.css';

export type Filter = {
  /** Shown on demand, or while it is in force. */
  readonly more?: boolean;
} & (
  | { readonly type: 'text'; readonly name: string; readonly label: string; readonly placeholder: string }
  | {
      readonly type: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly Option[];
      /** What no choice means, where that is not everything. */
      readonly otherwise?: string;
    }
  | { readonly type: 'day' | 'month'; readonly name: string; readonly label: string }
);

type Option = { readonly value: string; readonly label: string };
type Values = Readonly<Record<string, string | undefined>>;

type Props = {
  readonly filters: readonly Filter[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
};

/** The filters of a list, and the ones in force as chips. What they hold lives in the URL. */
export function FilterBar({ filters, values, onChange }: Props) {
  const { t } = useTranslation();
  const set = (name: string, value: string | undefined) => onChange({ ...values, [name]: value || undefined });
  const active = filters.filter((filter) => values[filter.name]);
  const [all, setAll] = useState(false);
  const shownFilters = filters.filter((filter) => all || !filter.more || values[filter.name]);
  return (
    <search className={classes.bar}>
      <div className={classes.fields}>
        {shownFilters.map((filter) =>
          filter.type === 'text' ? (
            <TextFilter
              filter={filter}
              key={filter.name}
              onApply={(value) => set(filter.name, value)}
              value={values[filter.name]}
            />
          ) : filter.type === 'choice' ? (
            <NativeSelect
              data={[{ value: '', label: filter.otherwise ?? t('filter.all') }, ...filter.options]}
              key={filter.name}
              label={filter.label}
              onChange={(event) => set(filter.name, event.currentTarget.value)}
              value={values[filter.name] ?? ''}
            />
          ) : (
            <TextInput
              key={filter.name}
              label={filter.label}
              onChange={(event) => set(filter.name, event.currentTarget.value)}
              placeholder={filter.type === 'month' ? 'YYYY-MM' : undefined}
              type={filter.type === 'month' ? 'month' : 'date'}
              value={values[filter.name] ?? ''}
            />
          ),
        )}
        {filters.some((filter) => filter.more) && (
          <Button aria-expanded={all} className={classes.more} onClick={() => setAll(!all)} variant="subtle">
            {all ? t('filter.less') : t('filter.more')}
          </Button>
        )}
      </div>
      {active.length > 0 && (
        <ul aria-label={t('filter.active')} className={classes.chips}>
          {active.map((filter) => (
            <li key={filter.name}>
              <button className={classes.chip} onClick={() => set(filter.name, undefined)} type="button">
                <span>
                  {filter.label}: <strong>{shown(filter, values[filter.name] ?? '')}</strong>
                </span>
                <IconX aria-label={t('filter.remove')} size={16} />
              </button>
            </li>
          ))}
          {active.length > 1 && (
            <li>
              <Button
                onClick={() => onChange(Object.fromEntries(Object.keys(values).map((name) => [name, undefined])))}
                size="compact-md"
                variant="subtle"
              >
                {t('filter.clear')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}

function shown(filter: Filter, value: string): string {
  return filter.type === 'choice' ? (filter.options.find((option) => option.value === value)?.label ?? value) : value;
}

type TextProps = {
  readonly filter: Filter & { type: 'text' };
  readonly value: string | undefined;
  readonly onApply: (value: string) => void;
};

function TextFilter({ filter, value, onApply }: TextProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    onApply(typed.trim());
  };
  return (
    <form className={classes.text} onSubmit={apply}>
      <TextInput
        label={filter.label}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder={filter.placeholder}
        type="search"
        value={typed}
      />
      <Button leftSection={<IconSearch aria-hidden="true" size={18} />} type="submit" variant="default">
        {t('filter.search')}
      </Button>
    </form>
  );
}
