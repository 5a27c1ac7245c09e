import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** `what` says what is copied, for those who do not see where the button stands. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2000 });
  const label = clipboard.copied ? t('copy.done') : t('copy.do', { what });
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon
          aria-label={t('copy.do', { what })}
          color={clipboard.copied ? 'green' : 'gray'}
          onClick={() => clipboard.copy(value)}
          size={36}
        >
          {clipboard.copied ? <IconCheck aria-hidden="true" size={18} /> : <IconCopy aria-hidden="true" size={18} />}
        </ActionIcon>
      </Tooltip>
      <span aria-live="polite" className="visually-hidden">
        {clipboard.copied ? t('copy.done') : ''}
      </span>
    </>
  );
}
