import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Registration, useConcludeReview, useStartReview } from './api';

type Props = { readonly tenant: Registration };

/** What the desk does next: send the document, or record what came back. */
export function ReviewButtons({ tenant }: Props) {
  if (!tenant.review || tenant.state !== 'ACTIVE') return null;
  return tenant.review.state === 'UNDER_WAY' ? <Conclude tenant={tenant} /> : <Start tenant={tenant} />;
}

function Start({ tenant }: Props) {
  const { t } = useTranslation(['tenant', 'common']);
  const [open, setOpen] = useState(false);
  const [reference, setReference] = useState('');
  const start = useStartReview(tenant.id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reference.trim() !== '') start.mutate(reference.trim(), { onSuccess: () => setOpen(false) });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} variant="default">
        {t('review.start.open')}
      </Button>
      <Form onClose={() => setOpen(false)} onSend={send} opened={open} title={t('review.start.title')}>
        <p>{t('review.start.text')}</p>
        <TextInput
          label={`${t('review.reference')} (${t('common:required')})`}
          maxLength={100}
          onChange={(event) => setReference(event.currentTarget.value)}
          value={reference}
        />
        {start.isError && <ProblemPanel error={start.error} />}
        <Group gap="sm" justify="flex-end">
          <Button onClick={() => setOpen(false)} variant="default">
            {t('common:cancel')}
          </Button>
          <Button disabled={reference.trim() === ''} loading={start.isPending} type="submit">
            {t('review.start.do')}
          </Button>
        </Group>
      </Form>
    </>
  );
}

function Conclude({ tenant }: Props) {
  const { t } = useTranslation(['tenant', 'common']);
  const [open, setOpen] = useState(false);
  const [domains, setDomains] = useState(() => tenant.domains.map(({ name }) => name));
  const [comment, setComment] = useState('');
  const conclude = useConcludeReview(tenant.id);
  const send = (approved: boolean) =>
    conclude.mutate(
      { approved, domains: approved ? domains : [], ...(comment.trim() && { comment: comment.trim() }) },
      { onSuccess: () => setOpen(false) },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('review.conclude.open')}</Button>
      <Form
        onClose={() => setOpen(false)}
        onSend={(event) => {
          event.preventDefault();
          send(true);
        }}
        opened={open}
        title={t('review.conclude.title')}
      >
        <Checkbox.Group
          description={t('review.conclude.domainsHelp')}
          label={t('review.conclude.domains')}
          onChange={setDomains}
          value={domains}
        >
          <Stack gap="xs" mt="xs">
            {tenant.domains.map(({ name }) => (
              <Checkbox key={name} label={name} value={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea
          autosize
          label={t('review.conclude.comment')}
          maxLength={500}
          minRows={2}
          onChange={(event) => setComment(event.currentTarget.value)}
          value={comment}
        />
        {conclude.isError && <ProblemPanel error={conclude.error} />}
        <Group gap="sm" justify="flex-end">
          <Button onClick={() => setOpen(false)} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={conclude.isPending} onClick={() => send(false)} variant="outline">
            {t('review.conclude.refuse')}
          </Button>
          <Button loading={conclude.isPending} type="submit">
            {t('review.conclude.approve')}
          </Button>
        </Group>
      </Form>
    </>
  );
}

type FormProps = {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSend: (event: FormEvent) => void;
  readonly children: ReactNode;
};

function Form({ title, opened, onClose, onSend, children }: FormProps) {
  return (
    <Dialog onClose={onClose} opened={opened} size="lg" title={title}>
      <form noValidate onSubmit={onSend}>
        <Stack>{children}</Stack>
      </form>
    </Dialog>
  );
}
