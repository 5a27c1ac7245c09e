import { Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { attributesOf, fingerprint } from '../../../shared/format/text';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { Code, CodeBlock } from '../../../shared/ui/Code';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { Facts } from '../../../shared/ui/Facts';
import { useAttributeName } from '../../../shared/ui/useAttributeName';
import type { Profile, RehearsedIssue } from '../api';
import { Rules } from './Rules';
import classes from './rehearsal.module.css';
import { fieldOf } from './trial';
import { ValidityReason } from './ValidityReason';

type Props = { readonly issue: RehearsedIssue; readonly profile: Profile; readonly attempt: number };

/** The certificate that would be issued, as certificates are shown, and everything that stands against it. */
export function RehearsedCertificate({ issue, profile, attempt }: Props) {
  const { t } = useTranslation(['profile', 'common']);
  const faulty = issue.errors.length > 0 || issue.findings.length > 0;
  return (
    <div className={classes.result}>
      {faulty ? (
        <>
          <Callout title={t('result.bad')} tone="bad">
            <p>{t('result.badText')}</p>
          </Callout>
          <ErrorSummary
            attempt={attempt}
            faults={issue.errors.map((error) => ({ ...error, fieldId: fieldOf(error.pointer) }))}
          />
        </>
      ) : (
        <Callout role="status" title={t('result.good')} tone="ok">
          <p>{t('result.goodText')}</p>
        </Callout>
      )}
      <Card>
        <div>
          <p className={classes.kind}>{t(`common:kind.${profile.kind}`)}</p>
          <Title className={classes.heading} order={2}>
            {nameOf(issue) ?? t('result.nameless')}
          </Title>
        </div>
        <ValidityReason validity={issue.validity} />
        <Tabs defaultValue="overview" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="overview">{t('result.overview')}</Tabs.Tab>
            {issue.text && <Tabs.Tab value="text">{t('result.text')}</Tabs.Tab>}
            {issue.rules.length > 0 && (
              <Tabs.Tab value="rules">{t('result.rules', { count: issue.rules.length })}</Tabs.Tab>
            )}
          </Tabs.List>
          <Tabs.Panel value="overview">
            <Overview issue={issue} />
          </Tabs.Panel>
          <Tabs.Panel value="text">
            <CodeBlock text={issue.text ?? ''} what={t('result.text')} />
          </Tabs.Panel>
          <Tabs.Panel value="rules">
            <Rules findings={issue.findings} rules={issue.rules} />
          </Tabs.Panel>
        </Tabs>
      </Card>
    </div>
  );
}

function Overview({ issue }: { issue: RehearsedIssue }) {
  const { t } = useTranslation(['profile', 'common']);
  const attributeName = useAttributeName();
  const names = [...issue.dnsNames, ...issue.emails];
  const { key } = issue;
  return (
    <Facts
      facts={[
        ...attributesOf(issue.subjectDn ?? '').map(({ type, value }) => ({ label: attributeName(type), value })),
        names.length > 0 && {
          label: t('fact.alternativeNames'),
          value: (
            <ul className={classes.names}>
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          ),
        },
        !!key && {
          label: t('result.key'),
          value: key.sample ? (
            <>
              {key.description}
              <span className={classes.note}>{t('result.sample')}</span>
            </>
          ) : (
            <>
              {key.description}
              <br />
              <Code text={fingerprint(key.sha256)} what={t('result.fingerprint')} />
            </>
          ),
        },
        !!issue.authorityLabel && { label: t('column.authority'), value: issue.authorityLabel },
        { label: t('result.version'), value: t('version', { version: issue.version }) },
      ]}
    />
  );
}

function nameOf({ subjectDn, dnsNames }: RehearsedIssue): string | undefined {
  return attributesOf(subjectDn ?? '').find(({ type }) => type === 'CN')?.value ?? dnsNames[0];
}
