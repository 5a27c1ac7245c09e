import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Differences } from '../../shared/ui/Differences';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Profile, type ProfileVersion, signingLinesQuery, versionsQuery } from './api';
import classes from './profile.module.css';
import { useWords } from './useWords';

const route = getRouteApi('/app/profiles/$id');

/** How a profile came to be as it is: who, when, why and what; and any two versions side by side. */
export function VersionsCard({ profile }: { profile: Profile }) {
  const { t } = useTranslation('profile');
  const versions = useQuery(versionsQuery(profile.id));
  // A line without its label is shown by its name.
  const { data: lines = [] } = useQuery(signingLinesQuery);
  const { differences } = useWords(lines);
  if (versions.isError) return <ProblemPanel error={versions.error} onRetry={() => versions.refetch()} />;
  if (!versions.data) return <Loading lines={6} />;
  const all = versions.data;
  return (
    <>
      {all.length > 1 && <Comparison versions={all} words={differences} />}
      <Card title={t('section.versions')}>
        <ol className={classes.versions} reversed>
          {all.map((version, index) => {
            const before = all[index + 1];
            const changes = before ? differences(before.settings, version.settings) : [];
            return (
              <li className={classes.version} key={version.version}>
                <h3 className={classes.versionTitle}>
                  {t('version', { version: version.version })} — <DateTime at={version.changedAt} />
                </h3>
                <p>{version.comment ? t('changedBy', { by: version.changedBy }) : t('delivered')}</p>
                {version.comment && <p className={classes.comment}>{version.comment}</p>}
                {changes.length > 0 && (
                  <Differences caption={t('version', { version: version.version })} differences={changes} />
                )}
              </li>
            );
          })}
        </ol>
      </Card>
    </>
  );
}

type ComparisonProps = {
  readonly versions: readonly ProfileVersion[];
  readonly words: ReturnType<typeof useWords>['differences'];
};

function Comparison({ versions, words }: ComparisonProps) {
  const { t } = useTranslation('profile');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const numbered = (number: string | undefined) => versions.find((each) => String(each.version) === number);
  const after = numbered(search.after) ?? versions[0];
  const before = numbered(search.before) ?? versions[1];
  if (!before || !after) return null;
  const choose = (name: 'before' | 'after', number: string) =>
    navigate({
      search: { before: String(before.version), after: String(after.version), [name]: number },
      replace: true,
      resetScroll: false,
    });
  const options = versions.map(({ version }) => ({ value: String(version), label: t('version', { version }) }));
  const changes = words(before.settings, after.settings);
  return (
    <Card title={t('section.comparison')}>
      <Group gap="md">
        {(['before', 'after'] as const).map((name) => (
          <NativeSelect
            data={options}
            key={name}
            label={t(`comparison.${name}`)}
            onChange={(event) => choose(name, event.currentTarget.value)}
            value={String((name === 'before' ? before : after).version)}
          />
        ))}
      </Group>
      <div aria-live="polite">
        {changes.length === 0 ? (
          <p>{t('comparison.same')}</p>
        ) : (
          <Differences caption={t('section.comparison')} differences={changes} />
        )}
      </div>
    </Card>
  );
}
