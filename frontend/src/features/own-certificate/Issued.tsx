import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { TextLink } from '../../shared/ui/links';
import type { KeyFile } from './api';

/** Done: the file again while the page is open, and what to do with it. */
export function Issued({ file }: { file: KeyFile }) {
  const { t } = useTranslation('ownCertificate');
  return (
    <Callout role="status" title={t('done.title')} tone="ok">
      <p>{t('done.text', { file: file.name })}</p>
      <p>{t('done.next')}</p>
      <Group>
        <Button
          leftSection={<IconDownload aria-hidden="true" size={18} />}
          onClick={() => offerDownload(file.blob, file.name)}
          variant="default"
        >
          {t('done.again')}
        </Button>
        <TextLink params={{ topic: 'p12' }} to="/help/$topic">
          {t('done.help')}
        </TextLink>
        <TextLink to="/test-certificate">{t('done.test')}</TextLink>
      </Group>
    </Callout>
  );
}
