import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Submission, type SubmissionCheck, useApprove, useRefuse } from './api';

type Props = {
  readonly submission: Submission;
  readonly check: SubmissionCheck;
  /** Lines that are left out of what is approved; undefined where it is approved as a whole. */
  readonly refused: readonly number[] | undefined;
  readonly onRefuse: (lines: readonly number[] | undefined) => void;
};

/** The officer affirms what the policy asks for and approves all or some, or refuses with a reason. */
export function Decide({ submission, check, refused, onRefuse }: Props) {
  const { t } = useTranslation('submission');
  const faultyLines = check.items.filter(({ errors }) => errors.length > 0).map(({ line }) => line);
  const faulty = faultyLines.some((line) => !refused?.includes(line));
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const approve = useApprove(submission.id);
  const missing = submission.reviewItems.filter(({ code }) => !confirmed.includes(code));
  const faults = [
    ...missing.map(({ code, text }) => ({ fieldId: `review-${code}`, message: t('decide.missing', { item: text }) })),
    ...(refused ? partFaults(refused, reason, check.rows.total) : []).map((fault) => ({
      fieldId: fault === 'reason' ? 'part-reason' : 'part',
      message: t(`part.fault.${fault}`),
    })),
  ];
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    approve.mutate(
      { confirmed: [...confirmed], ...(refused && { refused: { lines: [...refused], reason: oneLine(reason) } }) },
      { onSuccess: () => scrollTo({ top: 0 }) },
    );
  };
  return (
    <Card title={t('decide.title')}>
      <form noValidate onSubmit={send}>
        <Stack gap="lg">
          {check.rows.total > 1 && (
            <Checkbox
              checked={!!refused}
              description={t('part.help')}
              id="part"
              label={t('part.choose')}
              onChange={(event) => onRefuse(event.currentTarget.checked ? faultyLines : undefined)}
            />
          )}
          {refused && (
            <Textarea
              autosize
              description={t('part.reasonHelp', { count: refused.length })}
              id="part-reason"
              label={t('refuse.reason')}
              maxLength={500}
              minRows={2}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              value={reason}
            />
          )}
          {faulty ? (
            <Callout tone="warn">
              <p>{t(check.rows.total > 1 ? 'decide.faultyPart' : 'decide.faulty')}</p>
            </Callout>
          ) : (
            <>
              {attempt > 0 && <ErrorSummary attempt={attempt} faults={faults} />}
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
                {t(refused ? 'part.approve' : 'decide.approve')}
              </Button>
            )}
            <RefuseButton submission={submission} />
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

/** What keeps some lines from being refused while the others are approved. */
function partFaults(lines: readonly number[], reason: string, total: number): ('none' | 'all' | 'reason')[] {
  return [
    ...(lines.length === 0 ? (['none'] as const) : []),
    ...(lines.length === total ? (['all'] as const) : []),
    ...(oneLine(reason) === '' ? (['reason'] as const) : []),
  ];
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');

function RefuseButton({ submission }: { submission: Submission }) {
  const { t } = useTranslation(['submission', 'common']);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const refuse = useRefuse(submission.id);
  const send = () => {
    const text = oneLine(reason);
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
