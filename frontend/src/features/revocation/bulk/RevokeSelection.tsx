import { Button, Group } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../../api/client';
import { formatNumber } from '../../../shared/format/text';
import { useTimeZone } from '../../../shared/format/zone';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Dialog } from '../../../shared/ui/Dialog';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { GroundsFields, useSummary } from '../GroundsFields';
import { faultsOf, type Grounds, isComplete, NO_GROUNDS, requestOf } from '../grounds';
import classes from '../revocation.module.css';
import { useCheck } from './api';

type Props = { readonly certificates: readonly string[]; readonly byOperator: boolean };

/** The reason for selected certificates; the next page shows what would be revoked. */
export function RevokeSelection(props: Props) {
  const { t } = useTranslation('bulkRevocation');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        color="red"
        leftSection={<IconBan aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        size="sm"
        variant="outline"
      >
        {t('selection.open')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t('selection.title')}>
        <SelectionForm {...props} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SelectionForm({ certificates, byOperator, onCancel }: Props & { onCancel: () => void }) {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const timeZone = useTimeZone();
  const summary = useSummary();
  const navigate = useNavigate();
  const [grounds, setGrounds] = useState<Grounds>(NO_GROUNDS);
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const [attempt, setAttempt] = useState(0);
  const check = useCheck();
  const faults = faultsOf(grounds, { now: Date.now(), timeZone, byOperator });
  const shown = attempt > 0 ? faults : [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0 || !isComplete(grounds)) return;
    check.mutate(
      { certificates, grounds: requestOf(grounds, timeZone), idempotencyKey },
      { onSuccess: ({ id }) => navigate({ to: '/revocations/$id', params: { id } }) },
    );
  };
  return (
    <form className={classes.form} noValidate onSubmit={send}>
      <ErrorSummary attempt={attempt} faults={summary(shown)} />
      <p style={{ margin: 0 }}>
        {t('selection.lead', { count: certificates.length, value: formatNumber(certificates.length, language) })}
      </p>
      <GroundsFields
        byOperator={byOperator}
        faults={shown}
        onChange={(next) => {
          setGrounds(next);
          setIdempotencyKey(newIdempotencyKey());
        }}
        value={grounds}
      />
      {check.isError && <ProblemPanel error={check.error} />}
      <Group gap="sm" justify="flex-end">
        <Button onClick={onCancel} variant="default">
          {t('selection.cancel')}
        </Button>
        <Button loading={check.isPending} type="submit">
          {t('selection.check')}
        </Button>
      </Group>
    </form>
  );
}
