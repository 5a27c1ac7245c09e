import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Registration, useResume, useSuspend } from './api';

type Props = { readonly tenant: Registration };

/** Takes a tenant out of work for a while. */
export function SuspendButton({ tenant }: Props) {
  const { t } = useTranslation('tenant');
  const suspend = useSuspend(tenant.id);
  return (
    <StateButton
      change={suspend}
      icon={<IconPlayerPause aria-hidden="true" size={18} />}
      name="suspend"
      tenant={tenant}
    >
      <Callout title={t('suspend.warning')} tone="warn">
        <ul>
          <li>{t('suspend.people')}</li>
          <li>{t('suspend.issue')}</li>
          <li>{t('suspend.certificates')}</li>
        </ul>
      </Callout>
    </StateButton>
  );
}

export function ResumeButton({ tenant }: Props) {
  const { t } = useTranslation('tenant');
  const resume = useResume(tenant.id);
  return (
    <StateButton change={resume} icon={<IconPlayerPlay aria-hidden="true" size={18} />} name="resume" tenant={tenant}>
      <p>{t('resume.text')}</p>
    </StateButton>
  );
}

type ButtonProps = Props & {
  readonly name: 'suspend' | 'resume';
  readonly icon: ReactNode;
  readonly change: ReturnType<typeof useSuspend>;
  readonly children: ReactNode;
};

/** Says what follows and asks for the reason. */
function StateButton({ tenant, name, icon, change, children }: ButtonProps) {
  const { t } = useTranslation(['tenant', 'common']);
  const language = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') change.mutate(reason.trim(), { onSuccess: () => setOpen(false) });
  };
  return (
    <>
      <Button leftSection={icon} onClick={() => setOpen(true)} variant="default">
        {t(`${name}.open`)}
      </Button>
      <Dialog
        onClose={() => setOpen(false)}
        opened={open}
        size="lg"
        title={t(`${name}.title`, { code: tenant.code, name: nameIn(language, tenant) })}
      >
        <form noValidate onSubmit={send}>
          <Stack>
            {children}
            <Textarea
              autosize
              id={id}
              label={`${t('reason')} (${t('common:required')})`}
              maxLength={500}
              minRows={2}
              onChange={(event) => setReason(event.currentTarget.value)}
              value={reason}
            />
            {change.isError && <ProblemPanel error={change.error} />}
            <Group gap="sm" justify="flex-end">
              <Button onClick={() => setOpen(false)} variant="default">
                {t('common:cancel')}
              </Button>
              <Button disabled={reason.trim() === ''} loading={change.isPending} type="submit">
                {t(`${name}.do`)}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
