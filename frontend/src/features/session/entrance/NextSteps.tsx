import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/ui/Card';
import { DateTime } from '../../../shared/ui/DateTime';
import { TextLink } from '../../../shared/ui/links';
import type { Entrance, PresentedCertificate } from '../api';

type Props = { readonly entrance: Entrance; readonly presented: PresentedCertificate };

/** What can be done in place of a certificate that cannot be used, as the server says it: the most likely first (SC-090, HK-036, SC-091). */
export function NextSteps({ entrance, presented }: Props) {
  const { t } = useTranslation('session');
  const { next = [], newer } = presented;
  return (
    <>
      {next.includes('USE_NEWER') && (
        <Card title={t('next.USE_NEWER.title')}>
          <p>
            {t('next.USE_NEWER.text')} {newer && <DateTime at={newer.notAfter} />}
          </p>
          <p>
            <TextLink params={{ topic: 'log-in' }} to="/help/$topic">
              {t('next.USE_NEWER.how')}
            </TextLink>
          </p>
        </Card>
      )}
      {next.includes('ACQUIRE') && (
        <Card title={t('next.ACQUIRE.title')}>
          <p>{t('next.ACQUIRE.text')}</p>
          <div>
            <Button component="a" href={`${entrance.portalUrl}/acquire`}>
              {t('choice.acquire')}
            </Button>
          </div>
        </Card>
      )}
      {next.includes('ACQUIRE_IN_SESSION') && (
        <Card title={t('next.ACQUIRE_IN_SESSION.title')}>
          <p>{t('next.ACQUIRE_IN_SESSION.text')}</p>
          <div>
            <Button component="a" href={`${entrance.portalUrl}/login`}>
              {t('next.ACQUIRE_IN_SESSION.do')}
            </Button>
          </div>
        </Card>
      )}
      {next.includes('DELETE') && (
        <Card title={t('next.DELETE.title')}>
          <p>{t('next.DELETE.text')}</p>
          <ol>
            {(['open', 'choose', 'delete', 'check'] as const).map((step) => (
              <li key={step}>{t(`next.DELETE.${step}`, { id: presented.loginId ?? presented.subjectDn ?? '' })}</li>
            ))}
          </ol>
        </Card>
      )}
    </>
  );
}
