import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Code, CodeBlock } from '../../shared/ui/Code';
import { Facts } from '../../shared/ui/Facts';
import type { Authority } from './api';
import { ocspCommand } from './ocspCommand';

/** Where the status of an authority's certificates is asked for, and the lines that do it. */
export function OcspLines({ authority, ocspUrl }: { authority: Authority; ocspUrl: string }) {
  const { t } = useTranslation('authority');
  return (
    <Stack gap="sm">
      <Facts facts={[{ label: t('ocsp.url'), value: <Code text={ocspUrl} what={t('ocsp.url')} /> }]} />
      <p>{t('ocsp.text')}</p>
      <CodeBlock text={ocspCommand(authority, ocspUrl)} what={t('ocsp.lines')} />
    </Stack>
  );
}
