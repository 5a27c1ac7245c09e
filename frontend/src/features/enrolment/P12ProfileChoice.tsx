import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import type { P12Profile } from './api';

type Props = { readonly value: P12Profile; readonly onChange: (value: P12Profile) => void };

/** How a key file is protected. */
export function P12ProfileChoice({ value, onChange }: Props) {
  const { t } = useTranslation('enrolment');
  return (
    <ChoiceGroup
      choices={(['modern', 'compat'] as const).map((profile) => ({
        value: profile,
        name: t(`p12.${profile}.name`),
        line: t(`p12.${profile}.line`),
      }))}
      legend={t('p12.legend')}
      onChange={onChange}
      value={value}
    />
  );
}
