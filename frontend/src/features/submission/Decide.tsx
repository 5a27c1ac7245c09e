import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Submission, useApprove, useRefuse } from './api';

type Props = { readonly submission: Submission; readonly faulty: boolean };

/** The officer affirms what the policy asks for and approves, or refuses with a reason. */
export function Decide({ submission, faulty }: Props) {
  const { t } = useTranslation('submission');
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const approve = useApprove(submission.id);
  const missing = submission.reviewItems.filter(({ code }) => !confirmed.includes(code));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (missing.length === 0) approve.mutate(confirmed, { onSuccess: () => scrollTo({ top: 0 }) });
  };
  return (
    <Card title={t('decide.title')}>
      <form noValidate onSubmit={send}>
        <Stack gap="lg">
          {faulty ? (
            <Callout tone="warn">
              <p>{t('decide.faulty')}</p>
            </Callout>
          ) : (
            <>
              {attempt > 0 && (
                <ErrorSummary
                  attempt={attempt}
                  faults={missing.map(({ code, text }) => ({
                    fieldId: `review-${code}`,
                    message: t('decide.missing', { item: text }),
                  }))}
                />
              )}
              <p>{t('decide.review')}</p>
              {submission.reviewItems.map(({ code, text }) => (
                <Checkbox
                  checked={confirmed.includes(code)}
                  id={`review-${code}`}
                  key={code}
                  label={text}
                  onChange={(event) =>
                    setConfirmed(
                      event.currentTarget.checked ? [...confirmed, code] : confirmed.filter((one) => one !== code),
                    )
                  }
                />
              ))}
            </>
          )}
          {approve.isError && <ProblemPanel error={approve.error} />}
          <Group gap="sm">
            {!faulty && (
              <Button
                leftSection={<IconCheck aria-hidden="true" size={20} />}
                loading={approve.isPending}
                size="md"
                type="submit"
              >
                {t('decide.approve')}
              </Button>
            )}
            <RefuseButton submission={submission} />
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function RefuseButton({ submission }: { submission: Submission }) {
  const { t } = useTranslation(['submission', 'common']);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = useRefuse(submission.id);
  const send = () => {
    const text = reason.trim().replace(/\s+/g, ' ');
    if (text !== '') refuse.mutate(text, { onSuccess: () => setOpen(false) });
  };
  return (
    <>
      <Button color="red" onClick={() => setOpen(true)} size="md" variant="outline">
        {t('refuse.open')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t('refuse.title')}>
        <Stack>
          <p>{t('refuse.text', { email: submission.email })}</p>
          <Textarea
            autosize
            label={`${t('refuse.reason')} (${t('common:required')})`}
            maxLength={500}
            minRows={3}
            onChange={(event) => setReason(event.currentTarget.value)}
            value={reason}
          />
          {refuse.isError && <ProblemPanel error={refuse.error} />}
          <Group gap="sm" justify="flex-end">
            <Button onClick={() => setOpen(false)} variant="default">
              {t('common:cancel')}
            </Button>
            <Button color="red" disabled={reason.trim() === ''} loading={refuse.isPending} onClick={send}>
              {t('refuse.do')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
