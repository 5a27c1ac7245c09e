import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import { Choices } from './Choices';
import { CSR_SERVERS, INSTALL, LOOK_FROM_OUTSIDE, SAME_KEY } from './commands';
import classes from './help.module.css';
import { useSteps } from './useSteps';

export function InstallHelp() {
  const { t } = useTranslation('help');
  const steps = useSteps();
  return (
    <>
      <Card title={t('install.filesTitle')}>
        <ul className={classes.list}>
          {(['fullchain', 'pem', 'p7b', 'chain'] as const).map((file) => (
            <li key={file}>{t(`install.file.${file}`)}</li>
          ))}
        </ul>
        <TextLink to="/authorities">{t('install.authorities')}</TextLink>
      </Card>
      <Card title={t('install.howTitle')}>
        <Choices
          choices={CSR_SERVERS.map((server) => ({
            id: server,
            name: t(`server.${server}`),
            steps: steps(`install.steps.${server}`),
            commands: INSTALL[server],
          }))}
        />
      </Card>
      <Card title={t('install.checkTitle')}>
        <p className={classes.lead}>{t('install.check')}</p>
        <CodeBlock text={LOOK_FROM_OUTSIDE} what="openssl s_client" />
        <p className={classes.lead}>{t('install.sameKey')}</p>
        <CodeBlock text={SAME_KEY} what="openssl" />
        <p className={classes.lead}>{t('install.after')}</p>
      </Card>
      <TextLink params={{ topic: 'csr' }} to="/help/$topic">
        {t('csr.title')}
      </TextLink>
    </>
  );
}
