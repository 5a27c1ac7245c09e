import { Button, Group, Textarea } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupHex } from '../../shared/format/text';
import { Callout } from '../../shared/ui/Callout';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Facts } from '../../shared/ui/Facts';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { REASONS, type RevocationReason, useRevoke } from './api';

type Revocable = {
  readonly id: string;
  readonly commonName: string;
  readonly serial: string;
  readonly notAfter: string;
};

/** Names what is affected, says what cannot be undone, and asks for the reason. */
export function RevokeButton({ certificate }: { certificate: Revocable }) {
  const { t } = useTranslation(['revocation', 'common']);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        color="red"
        leftSection={<IconBan aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        variant="outline"
      >
        {t('open')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t('title')}>
        <RevokeForm certificate={certificate} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function RevokeForm({ certificate, onDone }: { certificate: Revocable; onDone: () => void }) {
  const { t } = useTranslation(['revocation', 'common']);
  const [reason, setReason] = useState<RevocationReason>();
  const [comment, setComment] = useState('');
  const [attempt, setAttempt] = useState(0);
  const revoke = useRevoke(certificate.id);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!reason) return;
    revoke.mutate({ reason, ...(comment.trim() && { comment: comment.trim() }) }, { onSuccess: onDone });
  };

  return (
    <form noValidate onSubmit={send} style={{ display: 'flex', flexDirection: 'column', gap: '1.25rem' }}>
      {attempt > 0 && !reason && (
        <ErrorSummary attempt={attempt} faults={[{ fieldId: 'revocation-reason', message: t('reasonMissing') }]} />
      )}
      <Facts
        facts={[
          { label: t('certificate'), value: <strong>{certificate.commonName}</strong> },
          { label: t('serial'), value: groupHex(certificate.serial, 4, ' ') },
          { label: t('until'), value: <DateTime at={certificate.notAfter} relative /> },
        ]}
      />
      <Callout title={t('warning.title')} tone="warn">
        <p>{t('warning.text')}</p>
      </Callout>
      <ChoiceGroup
        choices={REASONS.map((value) => ({ value, name: t(`reason.${value}.name`), line: t(`reason.${value}.line`) }))}
        id="revocation-reason"
        legend={`${t('reasonLegend')} (${t('common:required')})`}
        onChange={setReason}
        value={reason}
      />
      <Textarea
        autosize
        description={t('commentHint')}
        label={`${t('comment')} (${t('common:optional')})`}
        maxLength={128}
        minRows={2}
        onChange={(event) => setComment(event.currentTarget.value)}
        value={comment}
      />
      {revoke.isError && <ProblemPanel error={revoke.error} />}
      <Group gap="sm" justify="flex-end">
        <Button onClick={onDone} variant="default">
          {t('cancel')}
        </Button>
        <Button color="red" loading={revoke.isPending} type="submit">
          {t('do')}
        </Button>
      </Group>
    </form>
  );
}
