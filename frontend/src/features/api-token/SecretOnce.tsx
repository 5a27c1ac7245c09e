import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../shared/ui/Code';
import { OnceDialog } from '../../shared/ui/OnceDialog';
import type { CreatedApiToken } from './api';

/** The token itself, and how it is used. */
export function SecretOnce({ created, onNoted }: { created: CreatedApiToken; onNoted: () => void }) {
  const { t } = useTranslation('apiToken');
  const example = `curl -H "Authorization: Bearer $TOKEN" ${location.origin}/api/v1/certificates`;
  return (
    <OnceDialog
      close={t('once.close')}
      noted={t('once.noted')}
      onNoted={onNoted}
      title={t('once.title', { name: created.token.name })}
      value={created.secret}
      warning={t('once.text')}
      what={t('once.secret')}
    >
      <div>
        <p>{t('once.use')}</p>
        <CodeBlock text={example} what={t('once.example')} />
      </div>
    </OnceDialog>
  );
}
