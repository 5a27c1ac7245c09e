import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { formatPeriod } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { profilesQuery } from './api';

type Props = {
  readonly kind: Schema<'CertificateKind'>;
  readonly id: string;
  readonly legend: string;
  readonly value: string | undefined;
  readonly onChange: (profile: string) => void;
};

/** One of the tenant's profiles, described by its key and lifetime. */
export function ProfileChoice({ kind, id, legend, value, onChange }: Props) {
  const { t } = useTranslation('request');
  const language = useLanguage();
  const profiles = useQuery(profilesQuery);
  if (profiles.isPending) return <Loading lines={3} />;
  if (profiles.isError) return <ProblemPanel error={profiles.error} onRetry={() => profiles.refetch()} />;
  return (
    <ChoiceGroup
      choices={profiles.data
        .filter((profile) => profile.kind === kind)
        .map((profile) => ({
          value: profile.id,
          name: `${profile.id} — ${profile.name}`,
          line: t('profileLine', { key: profile.key.join(', '), validity: formatPeriod(profile.validity, language) }),
        }))}
      id={id}
      legend={legend}
      onChange={onChange}
      row
      value={value}
    />
  );
}
