import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { CopyButton } from '../../shared/ui/CopyButton';
import { Dialog } from '../../shared/ui/Dialog';
import type { CreatedSubmissionLink } from './api';
import classes from './submission.module.css';

/** The URL, this once: it closes only for somebody who says that they have passed it on. */
export function LinkOnce({ created, onNoted }: { created: CreatedSubmissionLink; onNoted: () => void }) {
  const { t } = useTranslation('submission');
  const [noted, setNoted] = useState(false);
  const { name, email } = created.link;
  const mail = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(t('once.subject'))}&body=${encodeURIComponent(
    t('once.body', { name, url: created.url }),
  )}`;
  return (
    <Dialog
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onNoted}
      opened
      size="xl"
      title={t('once.title', { name })}
      withCloseButton={false}
    >
      <Stack gap="lg">
        <Callout tone="warn">
          <p>{t('once.text')}</p>
        </Callout>
        <div className={classes.url}>
          <code>{created.url}</code>
          <CopyButton value={created.url} what={t('once.url')} />
        </div>
        <Group>
          <Button component="a" href={mail} leftSection={<IconMail aria-hidden="true" size={18} />} variant="default">
            {t('once.mail')}
          </Button>
        </Group>
        <Checkbox checked={noted} label={t('once.noted')} onChange={(event) => setNoted(event.currentTarget.checked)} />
        <Group justify="flex-end">
          <Button disabled={!noted} onClick={onNoted}>
            {t('once.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
