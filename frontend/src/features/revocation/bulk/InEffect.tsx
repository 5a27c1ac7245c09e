import { useTranslation } from 'react-i18next';
import { DateTime } from '../../../shared/ui/DateTime';
import type { BulkRevocation } from './api';

/** Who refuses what was revoked already, and by when everybody does. */
export function InEffect({ bulk }: { bulk: BulkRevocation }) {
  const { t } = useTranslation('bulkRevocation');
  return (
    <>
      <p>{t('named.now')}</p>
      {bulk.effectiveBy && (
        <p>
          {t('named.everywhere')} <DateTime at={bulk.effectiveBy} />
        </p>
      )}
    </>
  );
}
