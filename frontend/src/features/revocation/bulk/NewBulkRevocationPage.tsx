import { Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconFileCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../../api/client';
import { offerDownload } from '../../../shared/format/download';
import { formatBytes } from '../../../shared/format/text';
import { useTimeZone } from '../../../shared/format/zone';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Card } from '../../../shared/ui/Card';
import { DropZone } from '../../../shared/ui/DropZone';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { GroundsFields, useSummary } from '../GroundsFields';
import { faultsOf, type Grounds, isComplete, NO_GROUNDS, requestOf } from '../grounds';
import classes from '../revocation.module.css';
import { useCheck } from './api';
import { BulkSteps } from './BulkSteps';
import { templateCsv } from './template';

const MAX_BYTES = 4 * 1024 * 1024;

/** A list of names and the reason; the next page shows what would be revoked. */
export function NewBulkRevocationPage({ byOperator }: { byOperator: boolean }) {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const timeZone = useTimeZone();
  const summary = useSummary();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<{ file: File; idempotencyKey: string }>();
  const [grounds, setGrounds] = useState<Grounds>(NO_GROUNDS);
  const [attempt, setAttempt] = useState(0);
  const check = useCheck();

  const fileFault = !chosen
    ? t('fault.none')
    : chosen.file.size === 0
      ? t('fault.empty')
      : chosen.file.size > MAX_BYTES
        ? t('fault.size')
        : undefined;
  const groundsFaults = faultsOf(grounds, { now: Date.now(), timeZone, byOperator });

  const change = (next: Grounds) => {
    setGrounds(next);
    // What is sent is another thing now.
    setChosen(chosen && { ...chosen, idempotencyKey: newIdempotencyKey() });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!chosen || fileFault || groundsFaults.length > 0 || !isComplete(grounds)) return;
    check.mutate(
      { ...chosen, grounds: requestOf(grounds, timeZone) },
      { onSuccess: ({ id }) => navigate({ to: '/revocations/$id', params: { id } }) },
    );
  };

  return (
    <Page
      lead={t('new.lead')}
      title={t('new.title')}
      trail={[{ label: t('list.title'), to: '/revocations' }]}
      width="form"
    >
      <BulkSteps current={0} />
      {attempt > 0 && (
        <ErrorSummary
          attempt={attempt}
          faults={[...(fileFault ? [{ fieldId: 'names', message: fileFault }] : []), ...summary(groundsFaults)]}
        />
      )}
      {check.isError && <ProblemPanel error={check.error} />}
      <form noValidate onSubmit={send}>
        <Stack gap="lg">
          <Card title={t('new.fileTitle')}>
            <DropZone
              accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
              file={chosen?.file}
              fileText={chosen && formatBytes(chosen.file.size, language)}
              hint={t('new.hint')}
              id="names"
              label={t('new.drop')}
              onFile={(file) => {
                check.reset();
                setChosen({ file, idempotencyKey: newIdempotencyKey() });
              }}
            />
            <details>
              <summary>{t('new.formTitle')}</summary>
              <ul className={classes.list}>
                <li>{t('new.form.heading')}</li>
                <li>{t('new.form.plain')}</li>
                <li>{t('new.form.lists')}</li>
                <li>{t('new.form.limit')}</li>
                <li>{t('new.form.numbered')}</li>
              </ul>
            </details>
            <Group>
              <Button
                leftSection={<IconDownload aria-hidden="true" size={18} />}
                onClick={() =>
                  offerDownload(
                    new Blob([templateCsv(t('new.templateHeading'))], { type: 'text/csv;charset=utf-8' }),
                    'revocation.csv',
                  )
                }
                variant="default"
              >
                {t('new.template')}
              </Button>
            </Group>
          </Card>
          <Card title={t('new.groundsTitle')}>
            <GroundsFields
              byOperator={byOperator}
              faults={attempt > 0 ? groundsFaults : []}
              onChange={change}
              value={grounds}
            />
          </Card>
          <Group gap="lg">
            <Button
              leftSection={<IconFileCheck aria-hidden="true" size={20} />}
              loading={check.isPending}
              size="lg"
              type="submit"
            >
              {t('new.check')}
            </Button>
            <p aria-live="polite" style={{ margin: 0 }}>
              {check.isPending ? t('new.checking') : t('new.nothingYet')}
            </p>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
