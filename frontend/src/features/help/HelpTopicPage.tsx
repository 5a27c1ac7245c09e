import { Table, Tabs } from '@mantine/core';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import classes from './help.module.css';
import { ERROR_CODES, TOPICS } from './topics';

const route = getRouteApi('/open/help/$topic');

export function HelpTopicPage() {
  const { t } = useTranslation('help');
  const { topic: wanted } = route.useParams();
  const topic = TOPICS.find((one) => one === wanted);
  // What a link named is there only after the page was loaded.
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  if (!topic) throw notFound();
  return (
    <Page
      lead={t(`${topic}.lead`)}
      title={t(`${topic}.title`)}
      trail={[{ label: t('title'), to: '/help' }]}
      width={topic === 'errors' ? 'form' : 'text'}
    >
      {topic === 'csr' && <Csr />}
      {topic === 'tsv' && <Tsv />}
      {topic === 'errors' && <Errors />}
      {topic === 'log-in' && <LogInHelp />}
    </Page>
  );
}

const SUBJECT = '/C=JP/ST=Tokyo/L=Chiyoda-ku/O=Shomei University/CN=www.example.ac.jp';
const RSA = `openssl req -new -newkey rsa:2048 -nodes -sha256 \\\n  -keyout server.key -out server.csr \\\n  -subj "${SUBJECT}"`;
const EC = `openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -sha384 \\\n  -keyout server.key -out server.csr \\\n  -subj "${SUBJECT}"`;
const COMMANDS = {
  apache: [RSA, EC, 'openssl req -in server.csr -noout -verify -subject'],
  nginx: [RSA, EC, 'openssl req -in server.csr -noout -verify -subject'],
  iis: [
    '; request.inf\n[NewRequest]\nSubject = "CN=www.example.ac.jp,O=Shomei University,L=Chiyoda-ku,S=Tokyo,C=JP"\nKeyLength = 2048\nKeyAlgorithm = RSA\nHashAlgorithm = sha256\nMachineKeySet = TRUE\nExportable = FALSE\nRequestType = PKCS10',
    'certreq -new request.inf server.csr',
  ],
  tomcat: [
    'keytool -genkeypair -alias tomcat -keyalg RSA -keysize 2048 \\\n  -keystore server.p12 -storetype PKCS12 \\\n  -dname "CN=www.example.ac.jp, O=Shomei University, L=Chiyoda-ku, ST=Tokyo, C=JP"',
    'keytool -certreq -alias tomcat -keystore server.p12 -file server.csr',
  ],
} as const;

function Csr() {
  const { t } = useTranslation('help');
  const servers = ['apache', 'nginx', 'iis', 'tomcat'] as const;
  return (
    <>
      <Callout title={t('csr.keyTitle')} tone="warn">
        <p>{t('csr.key')}</p>
      </Callout>
      <Card title={t('csr.ruleTitle')}>
        <ul className={classes.list}>
          {(['order', 'value', 'rsa', 'reuse', 'extension'] as const).map((rule) => (
            <li key={rule}>{t(`csr.rule.${rule}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('csr.commandTitle')}>
        <Tabs defaultValue="apache">
          <Tabs.List mb="md">
            {servers.map((server) => (
              <Tabs.Tab key={server} value={server}>
                {t(`csr.server.${server}.name`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {servers.map((server) => (
            <Tabs.Panel key={server} value={server}>
              <p>{t(`csr.server.${server}.text`)}</p>
              {COMMANDS[server].map((command, index) => (
                <div className={classes.command} key={command}>
                  <CodeBlock text={command} what={`${t(`csr.server.${server}.name`)} ${index + 1}`} />
                </div>
              ))}
            </Tabs.Panel>
          ))}
        </Tabs>
      </Card>
    </>
  );
}

function Tsv() {
  const { t } = useTranslation('help');
  return (
    <>
      <Card title={t('tsv.formTitle')}>
        <ul className={classes.list}>
          {(['row', 'tab', 'encoding', 'header', 'limit'] as const).map((rule) => (
            <li key={rule}>{t(`tsv.form.${rule}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('tsv.columnTitle')}>
        <ul className={classes.list}>
          {(['dn', 'csr', 'fqdn', 'names', 'serial', 'mail'] as const).map((rule) => (
            <li key={rule}>{t(`tsv.column.${rule}`)}</li>
          ))}
        </ul>
        <p className={classes.lead}>{t('tsv.guide')}</p>
        <TextLink to="/request-files/new">{t('tsv.open')}</TextLink>
      </Card>
      <Card title={t('tsv.oneLineTitle')}>
        <p className={classes.lead}>{t('tsv.oneLine')}</p>
        <CodeBlock text={"grep -v -- '-----' server.csr | tr -d '\\r\\n'"} what="sh" />
        <CodeBlock
          text={"(Get-Content server.csr | Where-Object { $_ -notmatch '-----' }) -join ''"}
          what="PowerShell"
        />
      </Card>
      <Card title={t('tsv.newTitle')}>
        <ul className={classes.list}>
          {(['issue', 'renew', 'revoke'] as const).map((rule) => (
            <li key={rule}>{t(`tsv.operation.${rule}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Errors() {
  const { t } = useTranslation('help');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={t('errors.title')} className={classes.scroll} tabIndex={0}>
      <Table className={classes.errors} striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('errors.code')}</Table.Th>
            <Table.Th scope="col">{t('errors.what')}</Table.Th>
            <Table.Th scope="col">{t('errors.cause')}</Table.Th>
            <Table.Th scope="col">{t('errors.cure')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ERROR_CODES.map((code) => (
            <Table.Tr id={`code-${code}`} key={code}>
              <Table.Th scope="row">{code}</Table.Th>
              <Table.Td fw={600}>{t(`errors.list.${code}.what`)}</Table.Td>
              <Table.Td>{t(`errors.list.${code}.cause`)}</Table.Td>
              <Table.Td>{t(`errors.list.${code}.cure`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

const DIAGNOSES = [
  'M-CERT-NONE',
  'M-CERT-FOREIGN',
  'M-CERT-EXPIRED',
  'M-CERT-NOT-YET',
  'M-CERT-REVOKED',
  'M-CERT-SUPERSEDED',
  'M-CERT-NO-ACCOUNT',
] as const;

function LogInHelp() {
  const { t } = useTranslation(['help', 'session']);
  return (
    <>
      <Card title={t('log-in.importTitle')}>
        <ul className={classes.list}>
          {(['windows', 'mac', 'firefox'] as const).map((system) => (
            <li key={system}>{t(`log-in.import.${system}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('log-in.anotherTitle')}>
        <p className={classes.lead}>{t('log-in.another')}</p>
      </Card>
      <Card title={t('log-in.diagnosisTitle')}>
        <div className={classes.scroll}>
          <Table>
            <Table.Tbody>
              {DIAGNOSES.map((code) => (
                <Table.Tr key={code}>
                  <Table.Th className={classes.code} scope="row">
                    {code}
                  </Table.Th>
                  <Table.Td>
                    {t(`session:diagnosis.reason.${code}`)} {t(`session:diagnosis.advice.${code}`)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Card>
      <Card title={t('log-in.lostTitle')}>
        <p className={classes.lead}>{t('log-in.lost')}</p>
      </Card>
    </>
  );
}
