import { Button, Checkbox, Group } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Figure } from '../../shared/ui/Figure';
import { ButtonLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type RequestFile, useDiscard, useSubmit } from './api';
import { RefusedRows } from './RefusedRows';
import { RowTable } from './RowTable';
import classes from './requestFile.module.css';

/** What the check found, and the confirmation when there is something to carry out. */
export function CheckResult({ file }: { file: RequestFile }) {
  const { t } = useTranslation('requestFile');
  const language = useLanguage();
  const { total, accepted, refused } = file.rows;
  const blocked = accepted === 0 || (refused > 0 && file.onError === 'ABORT');
  return (
    <>
      {refused > 0 ? (
        <Callout role="status" title={t('check.refused', { count: refused })} tone={blocked ? 'bad' : 'warn'}>
          <p>
            {accepted === 0
              ? t('check.nothing')
              : blocked
                ? t('check.abort')
                : t('check.skip', { accepted: formatNumber(accepted, language) })}
          </p>
        </Callout>
      ) : (
        <Callout
          role="status"
          title={t('check.clean', { count: total, value: formatNumber(total, language) })}
          tone="ok"
        >
          <p>{t('check.cleanNext')}</p>
        </Callout>
      )}
      <div className={classes.figures}>
        <Figure label={t('check.total')} value={formatNumber(total, language)} />
        <Figure label={t('check.accepted')} tone="ok" value={formatNumber(accepted, language)} />
        <Figure
          label={t('check.refusedRows')}
          tone={refused > 0 ? 'bad' : 'idle'}
          value={formatNumber(refused, language)}
        />
      </div>
      {refused > 0 && <RefusedRows file={file} />}
      {blocked ? <StartAgain file={file} /> : <Confirmation file={file} />}
      {accepted > 0 && <RowTable id={file.id} outcome="ACCEPTED" title={t('rows.accepted')} />}
    </>
  );
}

function StartAgain({ file }: { file: RequestFile }) {
  const { t } = useTranslation('requestFile');
  return (
    <Card title={t('again.title')}>
      <ol className={classes.will}>
        <li>{t('again.one')}</li>
        <li>{t('again.two')}</li>
        <li>{t('again.three')}</li>
      </ol>
      <Group gap="sm">
        <ButtonLink search={{ kind: file.kind, operation: file.operation }} to="/request-files/new">
          {t('again.upload')}
        </ButtonLink>
        <DiscardButton file={file} size="md" />
      </Group>
    </Card>
  );
}

function Confirmation({ file }: { file: RequestFile }) {
  const { t } = useTranslation(['requestFile', 'common']);
  const language = useLanguage();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const submit = useSubmit(file.id);
  const missing = file.reviewItems.filter((item) => !confirmed.includes(item.code));
  const count = formatNumber(file.rows.accepted, language);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (missing.length === 0) submit.mutate(confirmed, { onSuccess: () => scrollTo({ top: 0 }) });
  };

  return (
    <Card title={t('confirm.title')}>
      <form className={classes.review} noValidate onSubmit={send}>
        {attempt > 0 && (
          <ErrorSummary
            attempt={attempt}
            faults={missing.map((item) => ({
              fieldId: `review-${item.code}`,
              message: t('confirm.missing', { item: item.text }),
            }))}
          />
        )}
        {file.reviewItems.length > 0 && <p>{t('confirm.review')}</p>}
        {file.reviewItems.map((item) => (
          <Checkbox
            checked={confirmed.includes(item.code)}
            error={attempt > 0 && !confirmed.includes(item.code) && t('confirm.required')}
            id={`review-${item.code}`}
            key={item.code}
            label={item.text}
            onChange={(event) =>
              setConfirmed(
                event.currentTarget.checked
                  ? [...confirmed, item.code]
                  : confirmed.filter((code) => code !== item.code),
              )
            }
          />
        ))}
        <Callout title={t('confirm.willTitle')} tone="info">
          <ul className={classes.will}>
            <li>
              {t(`confirm.will.${file.operation}`, {
                count: file.rows.accepted,
                value: count,
                kind: t(`common:kind.${file.kind}`),
              })}
            </li>
            <li>{t(`confirm.mail.${file.operation}`)}</li>
            {file.rows.refused > 0 && <li>{t('confirm.will.skipped', { count: file.rows.refused })}</li>}
            <li>{t('confirm.will.background')}</li>
          </ul>
        </Callout>
        {submit.isError && <ProblemPanel error={submit.error} />}
        <Group gap="sm">
          <Button
            leftSection={<IconPlayerPlay aria-hidden="true" size={20} />}
            loading={submit.isPending}
            size="lg"
            type="submit"
          >
            {t(`confirm.do.${file.operation}`, { count: file.rows.accepted, value: count })}
          </Button>
          <DiscardButton file={file} size="lg" />
        </Group>
      </form>
    </Card>
  );
}

export function DiscardButton({ file, size }: { file: RequestFile; size: 'md' | 'lg' }) {
  const { t } = useTranslation('requestFile');
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const discard = useDiscard(file.id);
  return (
    <>
      <Button onClick={() => setAsking(true)} size={size} variant="default">
        {t('discard.do')}
      </Button>
      <Dialog onClose={() => setAsking(false)} opened={asking} title={t('discard.title')}>
        <p>{t('discard.text', { file: file.fileName })}</p>
        {discard.isError && <ProblemPanel error={discard.error} />}
        <Group gap="sm" justify="flex-end" mt="md">
          <Button onClick={() => setAsking(false)} variant="default">
            {t('discard.keep')}
          </Button>
          <Button
            color="red"
            loading={discard.isPending}
            onClick={() =>
              discard.mutate(undefined, {
                onSuccess: () => navigate({ to: '/request-files', search: { kind: file.kind } }),
              })
            }
          >
            {t('discard.do')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
