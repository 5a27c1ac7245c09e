import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { tenantOfQuery, tenantsQuery } from './api';

type Props = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error?: string | undefined;
  /** Whether none may be chosen. */
  readonly optional?: boolean;
};

/** One of all tenants, found by a part of its name or code. */
export function TenantField({ id, value, onChange, error, optional = false }: Props) {
  const { t } = useTranslation(['tenant', 'common']);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 250);
  const chosen = useQuery({ ...tenantOfQuery(value), enabled: value !== '' }).data;
  const nameOf = (tenant: { nameJa: string; nameEn: string; code: string }) =>
    `${nameIn(language, tenant)} (${tenant.code})`;
  // The name of the chosen one stands in the field; it is nothing to search for.
  const q = chosen && words === nameOf(chosen) ? '' : words;
  const found = useQuery(tenantsQuery(q ? { q } : {})).data?.items ?? [];
  const options = chosen && !found.some((tenant) => tenant.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      clearable={optional}
      comboboxProps={{ shadow: 'md' }}
      data={options.map((tenant) => ({ value: tenant.id, label: nameOf(tenant) }))}
      description={t('field.hint')}
      error={error}
      filter={({ options: all }) => all}
      id={id}
      label={`${t('field.label')} (${t(optional ? 'common:optional' : 'common:required')})`}
      nothingFoundMessage={t('common:filter.nothing')}
      onChange={(chosenId) => onChange(chosenId ?? '')}
      onSearchChange={setTyped}
      searchable
      size="md"
      value={value || null}
    />
  );
}
