import { Button, Group } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { operationsOf } from '../../api/requestFiles';
import { formatBytes } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { DropZone } from '../../shared/ui/DropZone';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Steps } from '../../shared/ui/Steps';
import { type OnError, type RequestKind, useUpload } from './api';
import { ColumnGuide } from './ColumnGuide';

const route = getRouteApi('/app/request-files/new');
const MAX_BYTES = 64 * 1024 * 1024;

type Props = {
  /** The kinds the officer may apply for. */
  readonly kinds: readonly RequestKind[];
  /** What the officer needs at hand: the registered values of the tenant. */
  readonly aside?: ReactNode;
};

export function UploadPage({ kinds, aside }: Props) {
  const { t } = useTranslation(['requestFile', 'requestMaker', 'common']);
  const language = useLanguage();
  const search = route.useSearch();
  const kind = kinds.find((one) => one === search.kind) ?? kinds[0] ?? 'SERVER';
  const operations = operationsOf(kind);
  const operation = operations.find((one) => one === search.operation) ?? operations[0];
  const navigate = route.useNavigate();
  const [onError, setOnError] = useState<OnError>('ABORT');
  const [chosen, setChosen] = useState<{ file: File; idempotencyKey: string }>();
  const [attempt, setAttempt] = useState(0);
  const upload = useUpload();

  const faults = [
    !chosen && t('upload.fault.none'),
    chosen && !/\.(tsv|txt)$/i.test(chosen.file.name) && t('upload.fault.extension'),
    chosen && chosen.file.size === 0 && t('upload.fault.empty'),
    chosen && chosen.file.size > MAX_BYTES && t('upload.fault.size'),
  ]
    .filter((message) => typeof message === 'string')
    .map((message) => ({ fieldId: 'file', message }));

  const choose = (next: { kind: RequestKind; operation?: typeof operation }) => {
    upload.reset();
    void navigate({ search: next, replace: true });
  };

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!chosen || faults.length > 0) return;
    upload.mutate(
      { kind, operation, onError, ...chosen },
      { onSuccess: ({ id }) => navigate({ to: '/request-files/$id', params: { id } }) },
    );
  };

  return (
    <Page
      actions={
        <ButtonLink search={{ kind, operation }} to="/request-files/make" variant="default">
          {t('requestMaker:start')}
        </ButtonLink>
      }
      lead={t('upload.lead')}
      title={t('upload.title')}
      trail={[{ label: t('list.title'), to: '/request-files' }]}
      width="form"
    >
      <Steps current={0} label={t('steps.label')} steps={[t('steps.choose'), t('steps.confirm'), t('steps.run')]} />
      {attempt > 0 && <ErrorSummary attempt={attempt} faults={faults} />}
      {upload.isError && <ProblemPanel error={upload.error} />}
      <form noValidate onSubmit={send}>
        <Group align="stretch" gap="lg">
          <div style={{ flex: '3 1 28rem', minWidth: 0, display: 'flex', flexDirection: 'column', gap: '1.5rem' }}>
            <Card>
              {kinds.length > 1 && (
                <ChoiceGroup
                  choices={kinds.map((value) => ({ value, name: t(`common:kind.${value}`) }))}
                  legend={t('upload.kind')}
                  onChange={(value) => choose({ kind: value })}
                  row
                  value={kind}
                />
              )}
              <ChoiceGroup
                choices={operations.map((value) => ({
                  value,
                  name: t(`operation.${value}.name`),
                  line: t(`operation.${value}.line`),
                }))}
                legend={t('upload.operation')}
                onChange={(value) => choose({ kind, operation: value })}
                row
                value={operation}
              />
              <ChoiceGroup
                choices={(['ABORT', 'SKIP'] as const).map((value) => ({
                  value,
                  name: t(`onError.${value}.name`),
                  line: t(`onError.${value}.line`),
                }))}
                legend={t('upload.onError')}
                onChange={setOnError}
                value={onError}
              />
              <DropZone
                accept=".tsv,.txt,text/tab-separated-values,text/plain"
                file={chosen?.file}
                fileText={chosen && formatBytes(chosen.file.size, language)}
                hint={t('upload.hint')}
                id="file"
                label={t('upload.drop')}
                onFile={(file) => {
                  upload.reset();
                  setChosen({ file, idempotencyKey: newIdempotencyKey() });
                }}
              />
              <Group gap="lg">
                <Button
                  leftSection={<IconFileCheck aria-hidden="true" size={20} />}
                  loading={upload.isPending}
                  size="lg"
                  type="submit"
                >
                  {t('upload.check')}
                </Button>
                <TextLink params={{ topic: 'tsv' }} to="/help/$topic">
                  {t('upload.help')}
                </TextLink>
              </Group>
              <p aria-live="polite">{upload.isPending ? t('upload.checking') : t('upload.nothingIssued')}</p>
            </Card>
          </div>
          {aside && <div style={{ flex: '1 1 20rem', minWidth: 0 }}>{aside}</div>}
        </Group>
      </form>
      <ColumnGuide kind={kind} operation={operation} />
    </Page>
  );
}
