import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { profileQuery, signingLinesQuery } from './api';
import { ProfileEditor } from './ProfileEditor';

const route = getRouteApi('/app/profiles/$id/edit');

export function ProfileEditPage() {
  const { t } = useTranslation(['profile', 'common']);
  const language = useLanguage();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const profile = useQuery(profileQuery(id));
  const lines = useQuery(signingLinesQuery);
  const failed = [profile, lines].find((query) => query.isError);
  const name = profile.data ? `${id} — ${profile.data.names[language]}` : id;
  return (
    <Page
      lead={t('edit.lead')}
      title={t('edit.title', { name })}
      trail={[
        { label: t('common:nav.profiles'), to: '/profiles' },
        { label: name, to: `/profiles/${id}` },
      ]}
    >
      {failed ? (
        <ProblemPanel error={failed.error} onRetry={() => failed.refetch()} />
      ) : profile.data && lines.data ? (
        <ProfileEditor
          key={profile.data.version}
          lines={lines.data}
          onSaved={() => navigate({ to: '/profiles/$id', params: { id }, ignoreBlocker: true })}
          profile={profile.data}
        />
      ) : (
        <Loading lines={16} />
      )}
    </Page>
  );
}
