import { Button, Group } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { groupHex } from '../../shared/format/text';
import { useTimeZone } from '../../shared/format/zone';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Facts } from '../../shared/ui/Facts';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { REASONS, useRevoke } from './api';
import { GroundsFields, useSummary } from './GroundsFields';
import { faultsOf, type Grounds, isComplete, NO_GROUNDS, requestOf } from './grounds';
import classes from './revocation.module.css';

type Revocable = Pick<
  Schema<'CertificateDetail'>,
  'id' | 'commonName' | 'serial' | 'kind' | 'profile' | 'notBefore' | 'notAfter' | 'revocation' | 'status'
>;

type Props = {
  readonly certificate: Revocable;
  /** Operators name the document they act on. */
  readonly byOperator: boolean;
};

/**
 * Names what is affected, says what cannot be undone, and asks for the reason. What was revoked for a weaker reason can become a
 * compromise of the key, and nothing else; so can what signed code or time stamps, after it has expired.
 */
export function RevokeButton(props: Props) {
  const { t } = useTranslation(['revocation', 'common']);
  const [open, setOpen] = useState(false);
  const { status, revocation } = props.certificate;
  const expired = status === 'EXPIRED';
  if (
    (expired && !isReliedOnAfterExpiry(props.certificate)) ||
    revocation?.reason === 'KEY_COMPROMISE' ||
    revocation?.reason === 'CA_COMPROMISE'
  )
    return null;
  const way = revocation ? 'replace' : expired ? 'late' : 'revoke';
  return (
    <>
      <Button
        color="red"
        leftSection={<IconBan aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        variant="outline"
      >
        {t(`${way}.open`)}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t(`${way}.title`)}>
        <RevokeForm {...props} onDone={() => setOpen(false)} way={way} />
      </Dialog>
    </>
  );
}

function RevokeForm({
  certificate,
  byOperator,
  way,
  onDone,
}: Props & { way: 'revoke' | 'replace' | 'late'; onDone: () => void }) {
  const { t } = useTranslation(['revocation', 'common']);
  const timeZone = useTimeZone();
  const summary = useSummary();
  const [grounds, setGrounds] = useState<Grounds>(
    way === 'revoke' ? NO_GROUNDS : { ...NO_GROUNDS, reason: 'KEY_COMPROMISE' },
  );
  const [attempt, setAttempt] = useState(0);
  const revoke = useRevoke(certificate.id);
  const faults = faultsOf(grounds, { now: Date.now(), timeZone, byOperator, notBefore: certificate.notBefore });
  const shown = attempt > 0 ? faults : [];

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0 || !isComplete(grounds)) return;
    revoke.mutate(requestOf(grounds, timeZone), { onSuccess: onDone });
  };

  return (
    <form className={classes.form} noValidate onSubmit={send}>
      <ErrorSummary attempt={attempt} faults={summary(shown)} />
      <Facts
        facts={[
          { label: t('certificate'), value: <strong>{certificate.commonName}</strong> },
          { label: t('serial'), value: groupHex(certificate.serial, 4, ' ') },
          { label: t('until'), value: <DateTime at={certificate.notAfter} relative /> },
          !!certificate.revocation && {
            label: t('replace.before'),
            value: t(`revoked.${certificate.revocation.reason}`),
          },
        ]}
      />
      <Callout title={t(`${way}.warning`)} tone="warn">
        <p>{way === 'revoke' ? t(`revoke.text.${consequence(certificate.kind)}`) : t(`${way}.text`)}</p>
      </Callout>
      <GroundsFields
        byOperator={byOperator}
        faults={shown}
        onChange={setGrounds}
        reasons={way === 'revoke' ? REASONS : ['KEY_COMPROMISE']}
        value={grounds}
      />
      {revoke.isError && <ProblemPanel error={revoke.error} />}
      <Group gap="sm" justify="flex-end">
        <Button onClick={onDone} variant="default">
          {t(`${way}.cancel`)}
        </Button>
        <Button color="red" loading={revoke.isPending} type="submit">
          {t(`${way}.do`)}
        </Button>
      </Group>
    </form>
  );
}

function isReliedOnAfterExpiry({ kind, profile }: Revocable) {
  return kind === 'CODE_SIGNING' || profile === 'tsa';
}

/** What ends with the certificate. */
function consequence(kind: Schema<'CertificateKind'>): 'server' | 'signature' | 'logIn' | 'person' {
  switch (kind) {
    case 'SERVER':
    case 'PLATFORM':
      return 'server';
    case 'CODE_SIGNING':
      return 'signature';
    case 'OFFICER':
    case 'ADMINISTRATOR':
    case 'USER':
    case 'OPERATOR':
      return 'logIn';
    case 'CLIENT':
    case 'SMIME':
      return 'person';
  }
}
