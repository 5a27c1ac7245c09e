import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../shared/ui/Loading';
import { TextLink } from '../shared/ui/links';
import { Wordmark } from '../shared/ui/Wordmark';
import classes from './frame.module.css';
import { Offline } from './Offline';
import { LanguageSwitch, Settings } from './Settings';

/** For everybody: name, language, help; no navigation. */
export function PublicFrame() {
  const { t } = useTranslation();
  return (
    <div className={classes.public}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <header className={classes.publicHeader}>
        <TextLink aria-label={`${t('product')} — ${t('toStart')}`} className={classes.brand} to="/" underline="never">
          <Wordmark />
        </TextLink>
        <div className={classes.tools}>
          <LanguageSwitch />
          <Settings />
          <TextLink className={classes.tool} to="/help">
            {t('nav.help')}
          </TextLink>
        </div>
      </header>
      <Offline />
      <main className={classes.publicMain} id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={classes.footer}>
        <span>
          {t('product')} — {t('footer')}
        </span>
        <span className={classes.footerLinks}>
          <TextLink size="sm" to="/authorities">
            {t('nav.authorities')}
          </TextLink>
          <TextLink size="sm" to="/test-certificate">
            {t('nav.testCertificate')}
          </TextLink>
          <TextLink size="sm" to="/report-key">
            {t('nav.reportKey')}
          </TextLink>
          <TextLink size="sm" to="/time-stamps/public">
            {t('nav.timeStamps')}
          </TextLink>
        </span>
      </footer>
    </div>
  );
}
