import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CsrField } from '../../../shared/ui/CsrField';
import { MailField } from '../../../shared/ui/MailField';
import type { CsrFault, CsrInput } from './input';

type Props = {
  readonly value: CsrInput;
  readonly onChange: (value: CsrInput) => void;
  readonly faults: readonly CsrFault[];
  /** Only servers have further names. */
  readonly server: boolean;
};

export function CsrFields({ value, onChange, faults, server }: Props) {
  const { t } = useTranslation(['submission', 'common']);
  const set = (change: Partial<CsrInput>) => onChange({ ...value, ...change });
  const errorOf = (fault: CsrFault) => faults.includes(fault) && t(`door.fault.${fault}`);
  return (
    <>
      <CsrField
        error={errorOf('csr')}
        id="door-csr"
        label={`CSR (${t('common:required')})`}
        onChange={(event) => set({ csr: event.currentTarget.value })}
        onFile={(csr) => set({ csr })}
        value={value.csr}
      />
      {server && (
        <Textarea
          autosize
          description={t('door.namesHelp')}
          id="door-names"
          label={t('door.names')}
          minRows={2}
          onChange={(event) => set({ dnsNames: event.currentTarget.value })}
          spellCheck={false}
          value={value.dnsNames}
        />
      )}
      <TextInput
        error={errorOf('software')}
        id="door-software"
        label={`${t('door.software')} (${t('common:required')})`}
        maxLength={128}
        onChange={(event) => set({ software: event.currentTarget.value })}
        placeholder="nginx 1.28"
        value={value.software}
      />
      <TextInput
        autoComplete="name"
        id="door-name"
        label={t('door.name')}
        maxLength={64}
        onChange={(event) => set({ name: event.currentTarget.value })}
        value={value.name}
      />
      <TextInput
        autoComplete="organization"
        id="door-unit"
        label={t('door.unit')}
        maxLength={64}
        onChange={(event) => set({ unit: event.currentTarget.value })}
        value={value.unit}
      />
      <MailField
        description={t('door.emailHelp')}
        error={errorOf('email')}
        id="door-email"
        label={`${t('door.email')} (${t('common:required')})`}
        maxLength={78}
        onChange={(email) => set({ email })}
        own
        value={value.email}
      />
    </>
  );
}
