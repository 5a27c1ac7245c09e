import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BROWSERS,
  type BrowserName,
  formatFor,
  type Place,
  placeOf,
  SYSTEMS,
  type SystemName,
  USABLE,
  usable,
} from '../../shared/device/device';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import { NSS_IMPORT } from './commands';
import classes from './help.module.css';
import { useNamed } from './useNamed';
import { useSteps } from './useSteps';

/** The steps for the reader's own device and browser (F-07). An address may name either: `/help/p12#mac`. */
export function P12Help() {
  const { t } = useTranslation(['help', 'guide']);
  const named = useNamed();
  const [place, setPlace] = useState(() => firstPlace(named));
  const steps = useSteps();
  const words = { system: t(`p12.system.${place.system}`), browser: t(`p12.browser.${place.browser}`) };
  const ownStore = place.browser === 'firefox';
  return (
    <>
      <Card title={t('guide:device.title')} tone="sunken">
        <p aria-live="polite" className={classes.lead}>
          {t('guide:device.found', words)}
        </p>
        <div className={classes.fields}>
          <NativeSelect
            data={SYSTEMS.map((system) => ({ value: system, label: t(`p12.system.${system}`) }))}
            label={t('guide:device.system')}
            onChange={(event) => setPlace(usable({ ...place, system: event.currentTarget.value as SystemName }))}
            value={place.system}
          />
          <NativeSelect
            data={USABLE[place.system].map((browser) => ({ value: browser, label: t(`p12.browser.${browser}`) }))}
            label={t('guide:device.browser')}
            onChange={(event) => setPlace({ ...place, browser: event.currentTarget.value as BrowserName })}
            value={place.browser}
          />
        </div>
      </Card>
      <Callout title={t('p12.passwordTitle')} tone="info">
        <p>{t('p12.password')}</p>
      </Callout>
      <Card title={t('guide:device.howTitle', words)}>
        {place.system === 'ios' && <p className={classes.lead}>{t('guide:device.safariOnly')}</p>}
        {ownStore && <p className={classes.lead}>{t('guide:device.ownStore')}</p>}
        <p className={classes.lead}>
          <strong>{t('guide:device.format.title')}</strong> {t(`guide:device.format.${formatFor(place)}`)}
        </p>
        <ol className={classes.list}>
          {[...steps(`p12.steps.${ownStore ? 'firefox' : place.system}`), t(`guide:device.open.${place.browser}`)].map(
            (step) => (
              <li key={step}>{step}</li>
            ),
          )}
        </ol>
        {place.system === 'linux' && !ownStore && <CodeBlock text={NSS_IMPORT} what="pk12util" />}
        <p className={classes.lead}>
          {t('guide:device.tried')} <TextLink to="/test-certificate">{t('guide:test')}</TextLink>
        </p>
      </Card>
      <nav aria-label={t('guide:next')}>
        <ul className={classes.next}>
          {(['p12-rejected', 'ios', 'choice', 'smime'] as const).map((topic) => (
            <li key={topic}>
              <TextLink params={{ topic }} to="/help/$topic">
                {t(`${topic}.title`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function firstPlace(named: string): Place {
  const here = placeOf(navigator.userAgent);
  const system = SYSTEMS.find((one) => one === named) ?? here.system;
  const browser = BROWSERS.find((one) => one === named) ?? here.browser;
  return usable({ system, browser });
}
