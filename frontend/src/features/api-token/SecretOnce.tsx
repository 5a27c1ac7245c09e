import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { CodeBlock } from '../../shared/ui/Code';
import { CopyButton } from '../../shared/ui/CopyButton';
import { Dialog } from '../../shared/ui/Dialog';
import type { CreatedApiToken } from './api';
import classes from './apiToken.module.css';

/** The token itself, this once: it closes only for somebody who says that they have noted it. */
export function SecretOnce({ created, onNoted }: { created: CreatedApiToken; onNoted: () => void }) {
  const { t } = useTranslation('apiToken');
  const [noted, setNoted] = useState(false);
  const example = `curl -H "Authorization: Bearer $TOKEN" ${location.origin}/api/v1/certificates`;
  return (
    <Dialog
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onNoted}
      opened
      size="xl"
      title={t('once.title', { name: created.token.name })}
      withCloseButton={false}
    >
      <Stack gap="lg">
        <Callout tone="warn">
          <p>{t('once.text')}</p>
        </Callout>
        <div className={classes.secret}>
          <code>{created.secret}</code>
          <CopyButton value={created.secret} what={t('once.secret')} />
        </div>
        <div>
          <p>{t('once.use')}</p>
          <CodeBlock text={example} what={t('once.example')} />
        </div>
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
