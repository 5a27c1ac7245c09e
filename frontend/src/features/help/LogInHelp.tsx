import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import classes from './help.module.css';

const DIAGNOSES = [
  'M-CERT-NONE',
  'M-CERT-FOREIGN',
  'M-CERT-EXPIRED',
  'M-CERT-NOT-YET',
  'M-CERT-REVOKED',
  'M-CERT-SUPERSEDED',
  'M-CERT-NO-ACCOUNT',
] as const;

export function LogInHelp() {
  const { t } = useTranslation(['help', 'session']);
  return (
    <>
      <Card title={t('log-in.importTitle')}>
        <p className={classes.lead}>{t('log-in.import')}</p>
        <TextLink params={{ topic: 'p12' }} to="/help/$topic">
          {t('help:p12.title')}
        </TextLink>
        <TextLink to="/test-certificate">{t('session:diagnosis.test')}</TextLink>
      </Card>
      <Card title={t('log-in.anotherTitle')}>
        <p className={classes.lead}>{t('log-in.another')}</p>
        <TextLink params={{ topic: 'choice' }} to="/help/$topic">
          {t('help:choice.title')}
        </TextLink>
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
        <TextLink params={{ topic: 'fraud' }} to="/help/$topic">
          {t('help:fraud.title')}
        </TextLink>
        <TextLink params={{ topic: 'new-pc' }} to="/help/$topic">
          {t('help:new-pc.title')}
        </TextLink>
      </Card>
    </>
  );
}
