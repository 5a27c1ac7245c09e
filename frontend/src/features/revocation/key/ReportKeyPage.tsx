import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fingerprint, formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { Code } from '../../../shared/ui/Code';
import { DateTime } from '../../../shared/ui/DateTime';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { Facts } from '../../../shared/ui/Facts';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { Steps } from '../../../shared/ui/Steps';
import classes from '../revocation.module.css';
import { type KeyReport, useProveReport, useReport } from './api';
import { isPrivateKey, KeyTextField } from './KeyTextField';
import { ProofForm } from './ProofForm';

/** For everybody: whoever has a private key that is in wrong hands ends it, with all its certificates (BR 4.9.3). */
export function ReportKeyPage() {
  const { t } = useTranslation('keyCompromise');
  const [report, setReport] = useState<KeyReport>();
  const ended = report?.state === 'ENDED' || report?.state === 'PASSED_ON';
  return (
    <Page lead={t('report.lead')} title={t('report.title')} width="form">
      <Steps
        current={!report ? 0 : ended ? 3 : 1}
        label={t('steps.label')}
        steps={[t('report.steps.key'), t('report.steps.proof'), t('report.steps.end')]}
      />
      {!report && <Named onReport={setReport} />}
      {report && !ended && <Proven onProven={setReport} report={report} />}
      {report && ended && <Done report={report} />}
      {!ended && <Explained />}
    </Page>
  );
}

function Named({ onReport }: { onReport: (report: KeyReport) => void }) {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const [key, setKey] = useState('');
  const [comment, setComment] = useState('');
  const [attempt, setAttempt] = useState(0);
  const report = useReport();
  const wanted = key.trim();
  const fault = !wanted ? t('new.missing') : isPrivateKey(wanted) ? t('field.privateKey') : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (fault) return;
    report.mutate(
      { key: wanted, ...(comment.trim() && { comment: comment.trim() }) },
      { onSuccess: (opened) => onReport(opened) },
    );
  };
  return (
    <>
      <Callout title={t('field.neverTitle')} tone="warn">
        <p>{t('report.never')}</p>
      </Callout>
      <Card title={t('report.steps.key')}>
        <form noValidate onSubmit={send}>
          <Stack>
            {attempt > 0 && fault && <ErrorSummary attempt={attempt} faults={[{ fieldId: 'key', message: fault }]} />}
            <KeyTextField
              error={attempt > 0 ? fault : undefined}
              hint={t('report.keyHint')}
              id="key"
              label={`${t('field.key')} (${t('common:required')})`}
              onChange={setKey}
              placeholder={'-----BEGIN PUBLIC KEY-----\nMFkw…'}
              value={key}
            />
            <TextInput
              autoComplete="off"
              description={t('report.commentHint')}
              label={`${t('report.comment')} (${t('common:optional')})`}
              maxLength={128}
              onChange={(event) => setComment(event.currentTarget.value)}
              value={comment}
            />
            {report.isError && <ProblemPanel error={report.error} />}
            <Group>
              <Button loading={report.isPending} type="submit">
                {t('report.continue')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </>
  );
}

function Proven({ report, onProven }: { report: KeyReport; onProven: (report: KeyReport) => void }) {
  const { t } = useTranslation('keyCompromise');
  const prove = useProveReport(report.id);
  return (
    <Card title={t('report.steps.proof')}>
      <p style={{ margin: 0 }}>{t('report.proofLead')}</p>
      <Callout title={t('report.willTitle')} tone="bad">
        <p>{t('report.will')}</p>
      </Callout>
      <ProofForm
        challenge={report.challenge}
        error={prove.error}
        keyDescription={report.keyDescription}
        pending={prove.isPending}
        send={(proof) => prove.mutate(proof, { onSuccess: (proven) => onProven(proven) })}
        signatureAccepted={report.signatureAccepted}
        submit={t('report.prove')}
      />
      <p style={{ margin: 0 }}>
        {t('report.until')} <DateTime at={report.expiresAt} relative />
      </p>
    </Card>
  );
}

function Done({ report }: { report: KeyReport }) {
  const { t } = useTranslation('keyCompromise');
  const language = useLanguage();
  const count = report.certificates ?? 0;
  return (
    <>
      <Callout
        role="status"
        title={t(report.state === 'ENDED' ? 'report.ended' : 'report.passedOn')}
        tone={report.state === 'ENDED' ? 'ok' : 'wait'}
      >
        <p>
          {report.state === 'PASSED_ON'
            ? t('report.passedOnText')
            : count > 0
              ? t('report.endedText', { count, value: formatNumber(count, language) })
              : t('report.endedNone')}
        </p>
      </Callout>
      <Card title={t('report.receipt')} tone="sunken">
        <Facts
          facts={[
            { label: t('report.number'), value: <Code text={report.id} what={t('report.number')} /> },
            {
              label: t('case.sha256'),
              value: <Code copy={report.keySha256} text={fingerprint(report.keySha256)} what={t('case.sha256')} />,
            },
          ]}
        />
      </Card>
    </>
  );
}

function Explained() {
  const { t } = useTranslation('keyCompromise');
  return (
    <Card title={t('report.aboutTitle')} tone="sunken">
      <ul className={classes.list}>
        <li>{t('report.about.who')}</li>
        <li>{t('report.about.what')}</li>
        <li>{t('report.about.other')}</li>
      </ul>
    </Card>
  );
}
