import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../../api/client';
import { formatNumber } from '../../../shared/format/text';
import { useTimeZone } from '../../../shared/format/zone';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { DateTime } from '../../../shared/ui/DateTime';
import { Dialog } from '../../../shared/ui/Dialog';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { TextLink } from '../../../shared/ui/links';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { ProgressBar } from '../../../shared/ui/ProgressBar';
import { useFocusWhen } from '../../../shared/ui/useFocusWhen';
import { GroundsFields, useSummary } from '../GroundsFields';
import { faultsOf, type Grounds, isComplete, NO_GROUNDS, requestOf } from '../grounds';
import classes from '../revocation.module.css';
import { isTyped, TYPED_COUNT_ID, TypedCount } from '../TypedCount';
import { type BulkRevocation, bulkRevocationQuery, namesakesQuery, useRevokeSelected } from './api';
import { InEffect } from './InEffect';
import { countsOf } from './outcomes';
import { useFollowBulk } from './useFollowBulk';

const SHOWN = 20;

type Named = { readonly id: string; readonly name: string };

type Props = {
  readonly certificates: readonly Named[];
  readonly onRevoked: () => void;
};

/** Revokes what is selected without leaving the list: says which, and has the number typed (DN-040, GX-16). */
export function RevokeNamed({ certificates, onRevoked }: Props) {
  const { t } = useTranslation('bulkRevocation');
  const [open, setOpen] = useState<readonly Named[]>();
  const revoke = useRevokeSelected();
  const id = revoke.data?.id ?? '';
  // Only what follows it says that it has ended: then the lists are read again, also when the dialog was closed before.
  const followed = useQuery({
    ...bulkRevocationQuery(id),
    enabled: revoke.isSuccess,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const bulk = followed.data ?? revoke.data;
  useFollowBulk(id, bulk?.state === 'RUNNING');
  const close = () => setOpen(undefined);
  const begin = () => {
    revoke.reset();
    setOpen(certificates);
  };
  return (
    <>
      <Button
        color="red"
        disabled={certificates.length === 0}
        leftSection={<IconBan aria-hidden="true" size={18} />}
        onClick={begin}
        size="sm"
        variant="outline"
      >
        {t('named.open')}
      </Button>
      {open && (
        <Dialog onClose={close} opened size="lg" title={t('named.title')}>
          {bulk ? (
            <Outcome bulk={bulk} onClose={close} />
          ) : (
            <Form certificates={open} onCancel={close} onRevoked={onRevoked} revoke={revoke} />
          )}
        </Dialog>
      )}
    </>
  );
}

type FormProps = Props & {
  readonly onCancel: () => void;
  readonly revoke: ReturnType<typeof useRevokeSelected>;
};

function Form({ certificates, onRevoked, onCancel, revoke }: FormProps) {
  const { t } = useTranslation(['bulkRevocation', 'revocation']);
  const language = useLanguage();
  const timeZone = useTimeZone();
  const summary = useSummary();
  const [grounds, setGrounds] = useState<Grounds>(NO_GROUNDS);
  const [typed, setTyped] = useState('');
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const [attempt, setAttempt] = useState(0);
  const [also, setAlso] = useState(true);
  const namesakes = useQuery(namesakesQuery([...new Set(certificates.map(({ name }) => name))]));
  const others = (namesakes.data ?? []).filter((other) => certificates.every(({ id }) => id !== other.id));
  const ids = [...certificates, ...(also ? others : [])].map(({ id }) => id);
  const count = ids.length;
  const value = formatNumber(count, language);
  const faults = faultsOf(grounds, { now: Date.now(), timeZone, byOperator: false });
  const wrong = !isTyped(count, typed);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0 || wrong || !isComplete(grounds) || revoke.isPending || namesakes.isPending) return;
    revoke.mutate(
      { certificates: ids, grounds: requestOf(grounds, timeZone), idempotencyKey },
      { onSuccess: (bulk) => bulk.state !== 'CHECKED' && onRevoked() },
    );
  };
  return (
    <form className={classes.form} noValidate onSubmit={send}>
      <ErrorSummary
        attempt={attempt}
        faults={
          attempt > 0
            ? [
                ...summary(faults),
                ...(wrong
                  ? [{ fieldId: TYPED_COUNT_ID, message: t('revocation:count.wrong', { number: count }) }]
                  : []),
              ]
            : []
        }
      />
      <div>
        <p style={{ marginTop: 0, fontWeight: 700 }}>
          {t('named.lead', { count: certificates.length, value: formatNumber(certificates.length, language) })}
        </p>
        <ul className={classes.list}>
          {certificates.slice(0, SHOWN).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
          <More of={certificates.length} />
        </ul>
      </div>
      {namesakes.isError && <ProblemPanel error={namesakes.error} onRetry={() => namesakes.refetch()} />}
      {others.length > 0 && (
        <div>
          <Checkbox
            checked={also}
            description={t('named.othersWhy')}
            label={t('named.others', { count: others.length, value: formatNumber(others.length, language) })}
            onChange={(event) => {
              setAlso(event.currentTarget.checked);
              setIdempotencyKey(newIdempotencyKey());
            }}
          />
          <ul className={classes.list}>
            {others.slice(0, SHOWN).map(({ id, commonName, notAfter }) => (
              <li key={id}>
                {commonName} — {t('revocation:until')} <DateTime at={notAfter} only="date" />
              </li>
            ))}
            <More of={others.length} />
          </ul>
        </div>
      )}
      <Callout title={t('named.warning')} tone="warn">
        <p>{t('named.consequence')}</p>
      </Callout>
      <GroundsFields
        byOperator={false}
        faults={attempt > 0 ? faults : []}
        onChange={(next) => {
          setGrounds(next);
          setIdempotencyKey(newIdempotencyKey());
        }}
        value={grounds}
      />
      <TypedCount count={count} onChange={setTyped} value={typed} wrong={attempt > 0 && wrong} />
      {revoke.isError && <ProblemPanel error={revoke.error} />}
      <Group gap="sm" justify="flex-end">
        <Button onClick={onCancel} variant="default">
          {t('selection.cancel')}
        </Button>
        <Button color="red" loading={revoke.isPending || namesakes.isPending} type="submit">
          {t('confirm.do', { count, value })}
        </Button>
      </Group>
    </form>
  );
}

/** How many there are beside those that are named. */
function More({ of }: { of: number }) {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const more = of - SHOWN;
  return more > 0 && <li>{t('named.more', { count: more, value: formatNumber(more, language) })}</li>;
}

type OutcomeProps = {
  readonly bulk: BulkRevocation;
  readonly onClose: () => void;
};

function Outcome({ bulk, onClose }: OutcomeProps) {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const back = useFocusWhen<HTMLButtonElement>(true);
  const { revoked, refused, idle } = countsOf(bulk);
  const text = (count: number) => formatNumber(count, language);
  const { done, total } = bulk.progress;
  return (
    <Stack gap="lg">
      {bulk.state === 'RUNNING' && (
        <ProgressBar
          label={t('run.title')}
          text={t('named.running', { done: text(done), total: text(total) })}
          total={total}
          value={done}
        />
      )}
      {bulk.state === 'DONE' && (
        <Callout role="status" title={t('result.done', { count: revoked, value: text(revoked) })} tone="ok">
          <InEffect bulk={bulk} />
        </Callout>
      )}
      {(bulk.state === 'CHECKED' || bulk.state === 'LAPSED') && (
        <Callout
          role="alert"
          title={t('check.some', { count: refused + idle, value: text(refused + idle) })}
          tone="warn"
        >
          <p>{t('named.nothingDone')}</p>
        </Callout>
      )}
      <Group justify="space-between">
        <TextLink params={{ id: bulk.id }} to="/revocations/$id">
          {t('named.lines')}
        </TextLink>
        <Button onClick={onClose} ref={back}>
          {t('named.close')}
        </Button>
      </Group>
    </Stack>
  );
}
