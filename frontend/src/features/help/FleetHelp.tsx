import { Autocomplete, Tabs, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import { originOf, policyText, policyValue, WAYS } from './fleetPolicy';
import classes from './help.module.css';
import { useSteps } from './useSteps';

type Props = {
  /** Where this service itself asks for certificates. */
  readonly url: string;
  /** The CN of each authority that issues now; the first is whose certificates the reader has. */
  readonly issuers: readonly string[];
};

/** The value that has browsers choose by themselves, ready to be pasted (F-14). */
export function FleetHelp({ url, issuers }: Props) {
  const { t } = useTranslation('guide');
  const steps = useSteps();
  const [address, setAddress] = useState(url);
  const [issuer, setIssuer] = useState(issuers[0] ?? '');
  const origin = originOf(address);
  const choice = { url: origin ?? url, issuer: issuer.trim() };
  return (
    <>
      <Card title={t('fleet.whatTitle')}>
        <p className={classes.lead}>{t('fleet.what')}</p>
      </Card>
      <Card title={t('fleet.valueTitle')}>
        <TextInput
          description={t('fleet.urlNote')}
          error={origin ? undefined : t('fleet.urlWrong')}
          inputMode="url"
          label={t('fleet.url')}
          onChange={(event) => setAddress(event.currentTarget.value)}
          value={address}
        />
        <Autocomplete
          data={[...issuers]}
          description={issuers.length > 0 ? t('fleet.issuerNote') : t('fleet.unknown')}
          label={t('fleet.issuer')}
          onChange={setIssuer}
          size="md"
          value={issuer}
        />
        <p className={classes.commandName}>{t('fleet.value')}</p>
        <CodeBlock text={policyValue(choice)} what={t('fleet.value')} wrap />
      </Card>
      <Card title={t('fleet.howTitle')}>
        <Tabs defaultValue="policy">
          <Tabs.List aria-label={t('fleet.ways')} mb="md">
            {WAYS.map((way) => (
              <Tabs.Tab key={way} value={way}>
                {t(`fleet.name.${way}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {WAYS.map((way) => (
            <Tabs.Panel key={way} value={way}>
              <ol className={classes.list}>
                {steps(`guide:fleet.steps.${way}`).map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              {way !== 'policy' && (
                <div className={classes.below}>
                  <CodeBlock text={policyText(way, choice)} what={t(`fleet.name.${way}`)} wrap />
                </div>
              )}
            </Tabs.Panel>
          ))}
        </Tabs>
      </Card>
      <p className={classes.lead}>
        {t('fleet.after')} <TextLink to="/test-certificate">{t('test')}</TextLink>
      </p>
    </>
  );
}
