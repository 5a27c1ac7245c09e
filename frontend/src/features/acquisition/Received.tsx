import { Button, Group } from '@mantine/core';
import { IconDownload, IconLogin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { ImportSteps } from '../../shared/keyFile/ImportSteps';
import type { Target } from '../../shared/keyFile/targets';
import { Callout } from '../../shared/ui/Callout';
import type { KeyFile } from './api';

type Props = {
  readonly file: KeyFile;
  readonly target: Target;
  /** What opens the file, by the name that people know it by. */
  readonly password: string;
  readonly certUrl: string;
  /** To a file for another device or in another encryption; absent where there is one file. */
  readonly onAnother: () => void;
};

/** The file is here: the same again while the page is open, and how to import it (SC-034). */
export function Received({ file, target, password, certUrl, onAnother }: Props) {
  const { t } = useTranslation('acquisition');
  return (
    <>
      <Callout role="status" title={t('received.done', { file: file.name })} tone="ok">
        <p>{t('received.password', { password })}</p>
        <Group gap="sm">
          <Button
            leftSection={<IconDownload aria-hidden="true" size={18} />}
            onClick={() => offerDownload(file.blob, file.name)}
            variant="default"
          >
            {t('received.again')}
          </Button>
          <Button onClick={onAnother} variant="default">
            {t('received.other')}
          </Button>
        </Group>
      </Callout>
      <ImportSteps mobileConfig={file.name.endsWith('.mobileconfig')} password={password} target={target} />
      <Callout title={t('received.nextTitle')} tone="info">
        <p>{t('received.next')}</p>
        <Group>
          <Button component="a" href={`${certUrl}/login`} leftSection={<IconLogin2 aria-hidden="true" size={20} />}>
            {t('received.logIn')}
          </Button>
        </Group>
      </Callout>
    </>
  );
}
