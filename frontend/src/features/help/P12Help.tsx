import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import { Choices } from './Choices';
import { NSS_IMPORT } from './commands';
import classes from './help.module.css';
import { P12_SYSTEMS, systemOf } from './system';
import { useSteps } from './useSteps';

/** The reader's own system comes first. */
export function P12Help() {
  const { t } = useTranslation('help');
  const steps = useSteps();
  return (
    <>
      <Callout title={t('p12.passwordTitle')} tone="info">
        <p>{t('p12.password')}</p>
      </Callout>
      <Card title={t('p12.howTitle')}>
        <Choices
          choices={P12_SYSTEMS.map((system) => ({
            id: system,
            name: t(`p12.system.${system}`),
            steps: steps(`p12.steps.${system}`),
            commands: system === 'linux' ? [{ name: 'pk12util', text: NSS_IMPORT }] : undefined,
          }))}
          first={systemOf(navigator.userAgent)}
        />
      </Card>
      <Card title={t('p12.wrongTitle')}>
        <ul className={classes.list}>
          {steps('p12.wrong').map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Card>
      <TextLink params={{ topic: 'smime' }} to="/help/$topic">
        {t('p12.next')}
      </TextLink>
    </>
  );
}
