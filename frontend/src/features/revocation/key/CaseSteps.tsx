import { useTranslation } from 'react-i18next';
import { Steps } from '../../../shared/ui/Steps';

export function CaseSteps({ current }: { current: number }) {
  const { t } = useTranslation('keyCompromise');
  return (
    <Steps current={current} label={t('steps.label')} steps={[t('steps.key'), t('steps.proof'), t('steps.confirm')]} />
  );
}
