import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemKind } from '../api/problems';
import { ButtonLink } from '../shared/ui/links';
import { Page } from '../shared/ui/Page';
import { ProblemPanel } from '../shared/ui/ProblemPanel';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page lead={t('notFound.text')} title={t('notFound.title')} width="text">
      <div>
        <ButtonLink to="/">{t('toStart')}</ButtonLink>
      </div>
    </Page>
  );
}

/** A page that failed as a whole: what the server said, or that it said nothing. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const notFound = problemKind(error) === 'notFound';
  return (
    <Page title={notFound ? t('notFound.title') : t('failed.title')} width="text">
      <ProblemPanel
        action={
          <ButtonLink to="/" variant="default">
            {t('toStart')}
          </ButtonLink>
        }
        error={error}
        onRetry={
          notFound
            ? undefined
            : () => {
                queries.reset();
                reset();
                void router.invalidate();
              }
        }
      />
      {!notFound && problemKind(error) === 'serverError' && (
        <div>
          <Button onClick={() => location.reload()} variant="default">
            {t('failed.reload')}
          </Button>
        </div>
      )}
    </Page>
  );
}
