import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/ui/Card';
import { CsrField } from '../../../shared/ui/CsrField';
import { DateTime } from '../../../shared/ui/DateTime';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { Facts } from '../../../shared/ui/Facts';
import { Status, type Tone } from '../../../shared/ui/Status';
import classes from '../submission.module.css';
import type { Door } from './api';
import { CheckStep, HandInStep } from './HandingInSteps';
import { ofRenewals, type RenewalInput, type RenewalInputs, renewalOf, withoutSoftware } from './input';
import { useHandingIn } from './useHandingIn';

type Certificate = Door['certificates'][number];

const TONE: Record<Certificate['state'], Tone> = { OPEN: 'warn', HANDED_IN: 'wait', RENEWED: 'ok', REVOKED: 'bad' };

type Props = {
  readonly door: Door;
  readonly token: string;
  readonly onDone: () => void;
};

/** The certificates of the link, each with a place for the CSR of its new key; those that have one are handed in together. */
export function RenewForm({ door, token, onDone }: Props) {
  const { t } = useTranslation('submission');
  const [inputs, setInputs] = useState<RenewalInputs>({});
  const [attempt, setAttempt] = useState(0);
  const handing = useHandingIn(token, onDone);
  const open = door.state === 'OPEN' ? door.certificates.filter(({ state }) => state === 'OPEN') : [];
  const server = door.kind === 'SERVER';
  const handed = ofRenewals(open, inputs, server);
  const unknown = withoutSoftware(open, inputs);
  const faults = handed
    ? unknown.map(({ id, commonName }) => ({
        fieldId: `software-${id}`,
        message: t('renew.fault.software', { name: commonName }),
      }))
    : [{ fieldId: `csr-${open[0]?.id}`, message: t('renew.fault.csr') }];
  const look = () => {
    setAttempt(attempt + 1);
    if (handed && faults.length === 0) handing.look(handed);
  };
  return (
    <>
      {attempt > 0 && <ErrorSummary attempt={attempt} faults={faults} />}
      {door.certificates.map((certificate) => (
        <Card key={certificate.id} title={certificate.commonName}>
          <Stack gap="lg">
            <About certificate={certificate} />
            {open.includes(certificate) && (
              <NewKey
                certificate={certificate}
                input={renewalOf(certificate, inputs)}
                onChange={(input) => {
                  setInputs({ ...inputs, [certificate.id]: input });
                  handing.changed();
                }}
                server={server}
                softwareMissing={attempt > 0 && unknown.includes(certificate)}
              />
            )}
          </Stack>
        </Card>
      ))}
      {open.length > 0 && (
        <>
          <CheckStep handing={handing} onLook={look} />
          <HandInStep handing={handing} />
        </>
      )}
    </>
  );
}

function About({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('submission');
  const { subjectDn, dnsNames, notAfter, serial, state } = certificate;
  return (
    <Facts
      facts={[
        { label: t('fact.state'), value: <Status tone={TONE[state]}>{t(`renew.state.${state}`)}</Status> },
        { label: t('renew.notAfter'), value: <DateTime at={notAfter} relative /> },
        { label: t('renew.subject'), value: <span className={classes.value}>{subjectDn}</span> },
        dnsNames.length > 0 && { label: t('door.names'), value: dnsNames.join(', ') },
        { label: t('renew.serial'), value: <span className={classes.value}>{serial}</span> },
      ]}
    />
  );
}

type NewKeyProps = {
  readonly certificate: Certificate;
  readonly input: RenewalInput;
  readonly onChange: (input: RenewalInput) => void;
  /** Only servers have further names. */
  readonly server: boolean;
  readonly softwareMissing: boolean;
};

function NewKey({ certificate, input, onChange, server, softwareMissing }: NewKeyProps) {
  const { t } = useTranslation(['submission', 'common']);
  const { commonName } = certificate;
  const set = (change: Partial<RenewalInput>) => onChange({ ...input, ...change });
  return (
    <>
      <CsrField
        description={t('renew.csrHelp')}
        id={`csr-${certificate.id}`}
        label={t('renew.csr', { name: commonName })}
        onChange={(event) => set({ csr: event.currentTarget.value })}
        onFile={(csr) => set({ csr })}
        value={input.csr}
      />
      {server && (
        <Textarea
          autosize
          description={t('renew.namesHelp')}
          id={`names-${certificate.id}`}
          label={t('renew.names', { name: commonName })}
          minRows={2}
          onChange={(event) => set({ dnsNames: event.currentTarget.value })}
          spellCheck={false}
          value={input.dnsNames}
        />
      )}
      <TextInput
        error={softwareMissing && t('renew.fault.software', { name: commonName })}
        id={`software-${certificate.id}`}
        label={`${t('renew.software', { name: commonName })} (${t('common:required')})`}
        maxLength={128}
        onChange={(event) => set({ software: event.currentTarget.value })}
        placeholder="nginx 1.28"
        value={input.software}
      />
    </>
  );
}
