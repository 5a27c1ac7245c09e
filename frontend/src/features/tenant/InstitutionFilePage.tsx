import { Button, Group, Stack } from '@mantine/core';
import { IconChecks, IconFileCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { formatBytes, formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DropZone } from '../../shared/ui/DropZone';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Steps } from '../../shared/ui/Steps';
import { InstitutionColumns } from './InstitutionColumns';
import { InstitutionRows } from './InstitutionRows';
import { type InstitutionFilePlan, useCarryOutInstitutionFile, useCheckInstitutionFile } from './institutionFile';

const MAX_BYTES = 64 * 1024 * 1024;

/** Many tenants by one file: chosen, looked at row by row, and carried out as a whole. */
export function InstitutionFilePage() {
  const { t } = useTranslation(['institutionFile', 'common']);
  const language = useLanguage();
  const [file, setFile] = useState<File>();
  const [key, setKey] = useState(newIdempotencyKey);
  const [attempt, setAttempt] = useState(0);
  const check = useCheckInstitutionFile();
  const carryOut = useCarryOutInstitutionFile();
  const fault = !file
    ? t('fault.none')
    : file.size === 0
      ? t('fault.empty')
      : file.size > MAX_BYTES
        ? t('fault.size')
        : undefined;
  const plan = check.data;

  const choose = (chosen: File) => {
    setFile(chosen);
    setKey(newIdempotencyKey());
    check.reset();
    carryOut.reset();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    carryOut.reset();
    if (file && !fault) check.mutate(file);
  };

  return (
    <Page lead={t('lead')} title={t('title')} trail={[{ label: t('common:nav.tenants'), to: '/tenants' }]}>
      <Steps
        current={carryOut.data ? 3 : plan ? 1 : 0}
        label={t('steps.label')}
        steps={[t('steps.choose'), t('steps.check'), t('steps.done')]}
      />
      {carryOut.data ? (
        <Done plan={carryOut.data} />
      ) : (
        <>
          <form noValidate onSubmit={send}>
            <Stack gap="lg">
              {attempt > 0 && fault && (
                <ErrorSummary attempt={attempt} faults={[{ fieldId: 'institutions', message: fault }]} />
              )}
              {check.isError && <ProblemPanel error={check.error} />}
              <Card title={t('choose')}>
                <DropZone
                  accept=".tsv,.txt,text/tab-separated-values,text/plain"
                  file={file}
                  fileText={file && formatBytes(file.size, language)}
                  hint={t('hint')}
                  id="institutions"
                  label={t('drop')}
                  onFile={choose}
                />
                <InstitutionColumns />
              </Card>
              <Group gap="lg">
                <Button
                  leftSection={<IconFileCheck aria-hidden="true" size={20} />}
                  loading={check.isPending}
                  size="lg"
                  type="submit"
                  variant={plan ? 'default' : 'filled'}
                >
                  {t('check')}
                </Button>
                <p aria-live="polite" style={{ margin: 0 }}>
                  {t('nothingYet')}
                </p>
              </Group>
            </Stack>
          </form>
          {plan && file && (
            <>
              <Outcome plan={plan} />
              {carryOut.isError && <ProblemPanel error={carryOut.error} />}
              {isPossible(plan) && (
                <Group>
                  <Button
                    leftSection={<IconChecks aria-hidden="true" size={20} />}
                    loading={carryOut.isPending}
                    onClick={() => carryOut.mutate({ file, plan: plan.plan, idempotencyKey: key })}
                    size="lg"
                  >
                    {t('carryOut', {
                      registered: formatNumber(plan.counts.registered, language),
                      changed: formatNumber(plan.counts.changed, language),
                    })}
                  </Button>
                </Group>
              )}
            </>
          )}
        </>
      )}
    </Page>
  );
}

const isPossible = ({ counts }: InstitutionFilePlan): boolean =>
  counts.refused === 0 && counts.registered + counts.changed > 0;

function Outcome({ plan }: { plan: InstitutionFilePlan }) {
  const { t } = useTranslation('institutionFile');
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { total, registered, changed, unchanged, refused } = plan.counts;
  return (
    <>
      <Callout
        role="status"
        title={refused > 0 ? t('refused', { count: refused }) : t('good')}
        tone={refused > 0 ? 'bad' : 'ok'}
      >
        <p>
          {t('counts', {
            total: number(total),
            registered: number(registered),
            changed: number(changed),
            unchanged: number(unchanged),
            refused: number(refused),
            encoding: plan.encoding,
          })}
        </p>
      </Callout>
      <InstitutionRows rows={plan.rows} />
    </>
  );
}

function Done({ plan }: { plan: InstitutionFilePlan }) {
  const { t } = useTranslation('institutionFile');
  const language = useLanguage();
  const officers = plan.rows.filter(({ officer }) => officer).length;
  return (
    <>
      <Callout role="status" title={t('done')} tone="ok">
        <p>
          {t('doneCounts', {
            registered: formatNumber(plan.counts.registered, language),
            changed: formatNumber(plan.counts.changed, language),
          })}
        </p>
      </Callout>
      {officers > 0 && (
        <Callout title={t('officers.title', { count: officers })} tone="warn">
          <p>{t('officers.text')}</p>
        </Callout>
      )}
      <Group>
        {officers > 0 && (
          <ButtonLink search={{ letter: 'DUE' }} to="/desk-actions">
            {t('officers.letters')}
          </ButtonLink>
        )}
        <ButtonLink to="/tenants" {...(officers > 0 && { variant: 'default' })}>
          {t('show')}
        </ButtonLink>
      </Group>
    </>
  );
}
