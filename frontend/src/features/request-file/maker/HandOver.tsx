import { Button, Group } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../../api/useIdempotencyKey';
import { printTsv } from '../../../shared/format/tsv';
import { Card } from '../../../shared/ui/Card';
import { ChoiceGroup } from '../../../shared/ui/ChoiceGroup';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { type OnError, useUpload } from '../api';
import { fileName } from './fileName';
import type { Kind, Operation } from './format';
import type { Made } from './Maker';

type Props = { readonly kind: Kind; readonly operation: Operation; readonly made: Made };

/** Has the server check the file that was made, and goes where the result is shown. */
export function HandOver({ kind, operation, made }: Props) {
  const { t } = useTranslation(['requestMaker', 'requestFile']);
  const [onError, setOnError] = useState<OnError>('ABORT');
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const upload = useUpload();
  const send = () => {
    const text = printTsv(made.rows);
    // In UTF-8, which has every character: it is the server that says which ones it takes.
    const file = new File([text], fileName({ kind, operation }), { type: 'text/tab-separated-values' });
    upload.mutate(
      { kind, operation, onError, file, idempotencyKey: keyOf([kind, operation, onError, text]) },
      {
        onSuccess: ({ id }) => navigate({ to: '/request-files/$id', params: { id }, ignoreBlocker: true }),
      },
    );
  };
  return (
    <Card title={t('send.title')}>
      <ChoiceGroup
        choices={(['ABORT', 'SKIP'] as const).map((value) => ({
          value,
          name: t(`requestFile:onError.${value}.name`),
          line: t(`requestFile:onError.${value}.line`),
        }))}
        legend={t('requestFile:upload.onError')}
        onChange={setOnError}
        value={onError}
      />
      {upload.isError && <ProblemPanel error={upload.error} />}
      <Group gap="lg">
        <Button
          disabled={made.rows.length === 0}
          leftSection={<IconFileCheck aria-hidden="true" size={20} />}
          loading={upload.isPending}
          onClick={send}
          size="lg"
        >
          {t('send.do')}
        </Button>
      </Group>
      <p aria-live="polite">
        {made.rows.length === 0
          ? t('send.empty')
          : made.faults > 0
            ? t('send.faults')
            : t('requestFile:upload.nothingIssued')}
      </p>
    </Card>
  );
}
