import { Stack, TextInput } from '@mantine/core';
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
import { ofRenewals, type RenewalInput } from './input';
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
  const [inputs, setInputs] = useState<Readonly<Record<string, RenewalInput>>>({});
  const [attempt, setAttempt] = useState(0);
  const handing = useHandingIn(token, onDone);
  const open = door.state === 'OPEN' ? door.certificates.filter(({ state }) => state === 'OPEN') : [];
  const handed = ofRenewals(open, inputs);
  const look = () => {
    setAttempt(attempt + 1);
    if (handed) handing.look(handed);
  };
  return (
    <>
      {attempt > 0 && !handed && (
        <ErrorSummary attempt={attempt} faults={[{ fieldId: `csr-${open[0]?.id}`, message: t('renew.fault') }]} />
      )}
      {door.certificates.map((certificate) => (
        <Card key={certificate.id} title={certificate.commonName}>
          <Stack gap="lg">
            <About certificate={certificate} />
            {open.includes(certificate) && (
              <NewKey
                certificate={certificate}
                input={inputs[certificate.id]}
                onChange={(input) => {
                  setInputs({ ...inputs, [certificate.id]: input });
                  handing.changed();
                }}
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
  readonly input: RenewalInput | undefined;
  readonly onChange: (input: RenewalInput) => void;
};

function NewKey({ certificate, input, onChange }: NewKeyProps) {
  const { t } = useTranslation('submission');
  const { csr, software } = input ?? { csr: '', software: certificate.software ?? '' };
  return (
    <>
      <CsrField
        description={t('renew.csrHelp')}
        id={`csr-${certificate.id}`}
        label={t('renew.csr', { name: certificate.commonName })}
        onChange={(event) => onChange({ csr: event.currentTarget.value, software })}
        onFile={(text) => onChange({ csr: text, software })}
        value={csr}
      />
      <TextInput
        id={`software-${certificate.id}`}
        label={t('renew.software', { name: certificate.commonName })}
        maxLength={128}
        onChange={(event) => onChange({ csr, software: event.currentTarget.value })}
        placeholder="nginx 1.28"
        value={software}
      />
    </>
  );
}
