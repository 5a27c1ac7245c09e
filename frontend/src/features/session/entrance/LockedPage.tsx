import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../../api/problems';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { MessageId } from '../../../shared/ui/MessageId';
import { Page } from '../../../shared/ui/Page';

/** Too often wrong: nothing helps but waiting or somebody else, and the page says which (SC-052, SC-053). */
export function LockedPage({ problem, onBack }: { problem: ApiProblem; onBack: () => void }) {
  const { t } = useTranslation('session');
  return (
    <Page lead={t('locked.lead')} title={t('locked.title')} width="text">
      <Callout role="alert" title={t('locked.stays')} tone="bad">
        <p>{t('locked.right')}</p>
        <MessageId code={problem.code} />
      </Callout>
      <Card title={t('locked.nextTitle')}>
        <ul>
          {problem.errors.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
          {problem.errors.length === 0 && <li>{problem.detail ?? problem.title}</li>}
        </ul>
        <p>{t('locked.notYou')}</p>
      </Card>
      <div>
        <Button onClick={onBack} variant="default">
          {t('locked.back')}
        </Button>
      </div>
    </Page>
  );
}
