import { Button, Group } from '@mantine/core';
import { IconDownload, IconMail } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestFileName } from '../../api/requestFiles';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { offerDownload } from '../../shared/format/download';
import { formatNumber } from '../../shared/format/text';
import { parseTsv } from '../../shared/format/tsv';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Choice, type Encoding, type Kind, type Operation, useAsk, useMakeFile } from './api';
import classes from './renewal.module.css';

type Props = {
  readonly operation: Operation;
  readonly kind: Kind;
  readonly choice: Choice;
  /** The most rows that the file has; undefined where fewer were selected. */
  readonly maxRows: number | undefined;
  readonly onClose: () => void;
};

/** What the file will hold and what is still missing in it; it is downloaded, asked for, or filled in on screen. */
export function FileDialog({ operation, kind, choice, maxRows, onClose }: Props) {
  const { t } = useTranslation('renewal');
  const language = useLanguage();
  const [encoding, setEncoding] = useState<Encoding>('Shift_JIS');
  const navigate = useNavigate();
  const file = useMakeFile();
  const rows = useMakeFile();
  const ask = useAsk();
  const idempotencyKey = useIdempotencyKey();
  const count = 'certificates' in choice ? choice.certificates.length : choice.count;
  const held = maxRows === undefined ? count : Math.min(count, maxRows);
  const needsCsr = operation === 'RENEW' && kind !== 'CLIENT';
  const fillIn = () =>
    rows.mutate(
      { operation, kind, choice, encoding: 'UTF-8' },
      {
        onSuccess: async (content) =>
          navigate({
            to: '/request-files/make',
            search: { kind, operation },
            state: { rows: parseTsv(await content.text()) },
          }),
      },
    );
  const download = () =>
    file.mutate(
      { operation, kind, choice, encoding },
      { onSuccess: (content) => offerDownload(content, `${requestFileName(kind, operation)}.tsv`) },
    );
  return (
    <div className={classes.dialog}>
      <p>
        {t(`file.${operation}.${'certificates' in choice ? 'ofSelected' : 'ofAll'}`, {
          count: held,
          value: formatNumber(held, language),
        })}
      </p>
      {held < count && <p>{t('file.more', { value: formatNumber(held, language) })}</p>}
      {needsCsr && (
        <Callout title={t('csr.title')} tone="info">
          <p>{t('csr.text')}</p>
        </Callout>
      )}
      {operation === 'REVOKE' && <p>{t('file.REVOKE.reason')}</p>}
      <ChoiceGroup
        choices={[
          { value: 'Shift_JIS', name: t('encoding.Shift_JIS') },
          { value: 'UTF-8', name: t('encoding.UTF-8') },
        ]}
        legend={t('encoding.legend')}
        onChange={setEncoding}
        row
        value={encoding}
      />
      {(file.error ?? rows.error ?? ask.error) && <ProblemPanel error={file.error ?? rows.error ?? ask.error} />}
      {file.isSuccess && (
        <Callout role="status" title={t('file.done')} tone="ok">
          <p>{t(`file.${operation}.next`)}</p>
        </Callout>
      )}
      {ask.data && (
        <Callout role="status" title={t('ask.done', { count: ask.data.mails })} tone="ok">
          {ask.data.unaddressed > 0 && <p>{t('ask.unaddressed', { count: ask.data.unaddressed })}</p>}
        </Callout>
      )}
      <Group gap="sm">
        <Button leftSection={<IconDownload aria-hidden="true" size={18} />} loading={file.isPending} onClick={download}>
          {t('file.download')}
        </Button>
        {operation === 'RENEW' && (
          <Button
            disabled={ask.isSuccess}
            leftSection={<IconMail aria-hidden="true" size={18} />}
            loading={ask.isPending}
            onClick={() => ask.mutate({ kind, choice, idempotencyKey: idempotencyKey({ kind, choice }) })}
            variant="default"
          >
            {t('ask.do')}
          </Button>
        )}
        {needsCsr && (
          <Button loading={rows.isPending} onClick={fillIn} variant="default">
            {t('csr.make')}
          </Button>
        )}
        <Button onClick={onClose} variant="subtle">
          {t('close')}
        </Button>
      </Group>
    </div>
  );
}
