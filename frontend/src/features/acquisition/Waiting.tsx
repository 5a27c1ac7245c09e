import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { commonNameOf } from '../../shared/format/text';
import { Card } from '../../shared/ui/Card';
import { Page } from '../../shared/ui/Page';
import classes from './acquisition.module.css';

/** The certificate is being made. Nothing to press: the page goes on by itself (M-ACQ-WAIT). */
export function Waiting({ subject }: { subject: string }) {
  const { t } = useTranslation('acquisition');
  return (
    <Page lead={t('waiting.lead')} title={t('waiting.title')} width="text">
      <Card>
        <div className={classes.waiting} role="status">
          <Loader aria-hidden="true" size="lg" type="dots" />
          <div>
            <p className={classes.waitingText}>{t('waiting.text')}</p>
            <p className={classes.note}>{t('waiting.for', { name: commonNameOf(subject) ?? subject })}</p>
          </div>
        </div>
        <p>{t('waiting.leave')}</p>
      </Card>
    </Page>
  );
}
