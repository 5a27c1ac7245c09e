import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import { Choices } from './Choices';
import { CSR_SERVERS, csrCommands, EXAMPLE, type Subject } from './commands';
import classes from './help.module.css';
import { useSteps } from './useSteps';

/** The values of the institution, where they are known, stand in the commands. */
export function CsrHelp({ subject }: { subject: Subject | undefined }) {
  const { t } = useTranslation('help');
  const steps = useSteps();
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
        <p className={classes.lead}>{subject ? t('csr.values.own', { name: subject.o }) : t('csr.values.example')}</p>
        <Choices
          choices={CSR_SERVERS.map((server) => ({
            id: server,
            name: t(`server.${server}`),
            steps: steps(`csr.steps.${server}`),
            commands: csrCommands(server, subject ?? EXAMPLE),
          }))}
        />
      </Card>
      <TextLink params={{ topic: 'install' }} to="/help/$topic">
        {t('csr.next')}
      </TextLink>
    </>
  );
}
