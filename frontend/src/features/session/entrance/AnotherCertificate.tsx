import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BROWSERS, browserOf } from '../../../shared/device/device';

/** How to have the browser ask once more (SC-041): each keeps the choice in its own way, and none of them can be told by a page. */
export function AnotherCertificate({ host = location.host }: { host?: string }) {
  const { t } = useTranslation('session');
  return (
    <>
      <p>{t('another.why')}</p>
      <Tabs defaultValue={browserOf(navigator.userAgent)}>
        <Tabs.List aria-label={t('another.browsers')} mb="md">
          {BROWSERS.map((browser) => (
            <Tabs.Tab key={browser} value={browser}>
              {t(`another.${browser}.name`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {BROWSERS.map((browser) => (
          <Tabs.Panel key={browser} value={browser}>
            <ol>
              {(['first', 'second', 'third'] as const).map((step) => (
                <li key={step}>{t(`another.${browser}.${step}`, { host })}</li>
              ))}
            </ol>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
