import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import { Choices } from './Choices';
import classes from './help.module.css';
import { useSteps } from './useSteps';

const PROGRAMS = ['outlook', 'outlookClassic', 'thunderbird', 'appleMail', 'iosMail'] as const;

export function SmimeHelp() {
  const { t } = useTranslation('help');
  const steps = useSteps();
  return (
    <>
      <Card title={t('smime.beforeTitle')}>
        <ul className={classes.list}>
          {steps('smime.before').map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <TextLink params={{ topic: 'p12' }} to="/help/$topic">
          {t('smime.import')}
        </TextLink>
      </Card>
      <Card title={t('smime.howTitle')}>
        <Choices
          choices={PROGRAMS.map((program) => ({
            id: program,
            name: t(`smime.program.${program}`),
            steps: steps(`smime.steps.${program}`),
          }))}
        />
      </Card>
      <Card title={t('smime.keepTitle')}>
        <p className={classes.lead}>{t('smime.keep')}</p>
      </Card>
    </>
  );
}
