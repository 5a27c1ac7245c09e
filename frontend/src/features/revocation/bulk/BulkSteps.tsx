import { useTranslation } from 'react-i18next';
import { Steps } from '../../../shared/ui/Steps';

export function BulkSteps({ current }: { current: number }) {
  const { t } = useTranslation('bulkRevocation');
  return (
    <Steps current={current} label={t('steps.label')} steps={[t('steps.choose'), t('steps.check'), t('steps.run')]} />
  );
}
