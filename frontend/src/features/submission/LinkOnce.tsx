import { Button, Group } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OnceDialog } from '../../shared/ui/OnceDialog';
import type { CreatedSubmissionLink } from './api';

/** The URL, and the mail with which it is passed on. */
export function LinkOnce({ created, onNoted }: { created: CreatedSubmissionLink; onNoted: () => void }) {
  const { t } = useTranslation('submission');
  const { name, email } = created.link;
  const mail = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(t('once.subject'))}&body=${encodeURIComponent(
    t('once.body', { name, url: created.url }),
  )}`;
  return (
    <OnceDialog
      close={t('once.close')}
      noted={t('once.noted')}
      onNoted={onNoted}
      title={t('once.title', { name })}
      value={created.url}
      warning={t('once.text')}
      what={t('once.url')}
    >
      <Group>
        <Button component="a" href={mail} leftSection={<IconMail aria-hidden="true" size={18} />} variant="default">
          {t('once.mail')}
        </Button>
      </Group>
    </OnceDialog>
  );
}
