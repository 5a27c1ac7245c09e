import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/format/dates';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { Page } from '../../../shared/ui/Page';
import { useSession } from '../api';
import { PasswordForm } from './PasswordForm';

/** A change of one's own accord, at any time (SC-060…062). */
export function PasswordPage() {
  const { t } = useTranslation('secret');
  const language = useLanguage();
  const session = useSession();
  const [changes, setChanges] = useState(0);
  if (!session) return null;
  const secret = t(`kind.${session.secret?.kind ?? 'PASSWORD'}`);
  const title = t('change', { secret });
  if (!session.secret) {
    return (
      <Page title={title} width="text">
        <EmptyState title={t('unused')}>{t('unusedNext')}</EmptyState>
      </Page>
    );
  }
  const { expiresOn } = session.secret;
  return (
    <Page
      lead={expiresOn && t('expires', { secret, date: formatDate(`${expiresOn}T00:00:00Z`, language, 'UTC') })}
      title={title}
      width="text"
    >
      {changes > 0 && <Callout key={changes} role="status" title={t('changed', { secret })} tone="ok" />}
      <PasswordForm
        onChanged={() => {
          setChanges(changes + 1);
          scrollTo({ top: 0 });
        }}
        session={session}
      />
    </Page>
  );
}
