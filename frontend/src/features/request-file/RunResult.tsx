import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { ButtonLink } from '../../shared/ui/links';
import { type RequestFile, resultUrl } from './api';
import { RefusedRows } from './RefusedRows';
import { RowTable } from './RowTable';

/** How it ended, and what comes next. */
export function RunResult({ file }: { file: RequestFile }) {
  const { t } = useTranslation(['requestFile', 'common']);
  const language = useLanguage();
  if (file.state === 'DISCARDED') {
    return (
      <Callout title={t('result.discarded')} tone="idle">
        <p>{t('result.discardedNext')}</p>
      </Callout>
    );
  }
  const done = Math.max(0, file.progress.done - file.failed);
  const title = t(`result.done.${file.operation}`, {
    count: done,
    value: formatNumber(done, language),
    kind: t(`common:kind.${file.kind}`),
  });
  const issues = file.operation === 'ISSUE' || file.operation === 'RENEW';
  const certificates = issues && file.kind !== 'SUBSCRIBER' && file.kind;
  return (
    <>
      {file.state === 'FAILED' ? (
        <Callout role="status" title={t('result.failed')} tone="bad">
          <p>{t('result.failedNext')}</p>
          <p>{title}</p>
        </Callout>
      ) : (
        <Callout role="status" title={title} tone={file.failed > 0 ? 'warn' : 'ok'}>
          {file.failed > 0 && <p>{t('result.someFailed', { count: file.failed })}</p>}
          {done > 0 && <p>{t(`result.next.${file.operation}`)}</p>}
        </Callout>
      )}
      <Group gap="sm">
        <Button
          component="a"
          download
          href={resultUrl(file.id)}
          leftSection={<IconDownload aria-hidden="true" size={18} />}
          variant="default"
        >
          {t('result.download')}
        </Button>
        {certificates && (
          <ButtonLink
            search={{ kind: certificates, status: 'WAITING_FOR_DOWNLOAD' }}
            to="/certificates"
            variant="default"
          >
            {t('result.waiting')}
          </ButtonLink>
        )}
        <ButtonLink search={{ kind: file.kind, operation: file.operation }} to="/request-files/new" variant="default">
          {t('result.another')}
        </ButtonLink>
      </Group>
      {file.failed > 0 && <RefusedRows file={file} outcome="FAILED" />}
      {done > 0 && <RowTable id={file.id} outcome="DONE" title={t(`rows.done.${file.operation}`)} />}
      {file.rows.refused > 0 && <RefusedRows file={file} />}
    </>
  );
}
