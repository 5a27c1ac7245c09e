import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { targetOf } from '../../shared/keyFile/targets';
import { Callout } from '../../shared/ui/Callout';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { acquisitionQuery, type KeyFile } from './api';
import { DownloadForm } from './DownloadForm';
import { Received } from './Received';
import { secretInHand } from './secretInHand';
import { Waiting } from './Waiting';

type Props = { readonly token: string; readonly certUrl: string };

/** From "is being made" over the download to the import. It goes on by itself, and a reload finds it where it is (SC-032, AT-04). */
export function AcquisitionPage({ token, certUrl }: Props) {
  const { t } = useTranslation('acquisition');
  const acquisition = useQuery(acquisitionQuery(token));
  const [secret, setSecret] = useState(() => secretInHand(token));
  const [wish, setWish] = useState(() => ({ target: targetOf(navigator.userAgent) }));
  const [file, setFile] = useState<KeyFile>();

  if (acquisition.isPending) {
    return (
      <Page title={t('waiting.title')} width="text">
        <Loading />
      </Page>
    );
  }
  if (acquisition.isError && !acquisition.data) {
    return (
      <Page title={t('over.title')} width="text">
        {isProblem(acquisition.error, 'enrolment-unknown', 'not-found') ? (
          <Over state="UNKNOWN" />
        ) : (
          <ProblemPanel error={acquisition.error} onRetry={() => acquisition.refetch()} />
        )}
      </Page>
    );
  }
  const { state, formats } = acquisition.data;
  if (state === 'ISSUING') return <Waiting subject={acquisition.data.subjectDn} />;
  if (file) {
    return (
      <Page lead={t('received.lead')} title={t('received.title')} width="text">
        <Received
          certUrl={certUrl}
          file={file}
          onAnother={() => setFile(undefined)}
          password={t('password.acquisition')}
          target={wish.target}
        />
      </Page>
    );
  }
  if (formats.length === 0) {
    return (
      <Page title={t('over.title')} width="text">
        <Over state={state} />
      </Page>
    );
  }
  return (
    <Page lead={t('download.lead')} title={t('download.title')} width="text">
      <DownloadForm
        acquisition={acquisition.data}
        known={secretInHand(token) !== ''}
        onReceived={setFile}
        onSecret={setSecret}
        onWish={setWish}
        secret={secret}
        softwareKeyboard={acquisition.data.softwareKeyboard}
        token={token}
        wish={wish}
      />
    </Page>
  );
}

type OverProps = { readonly state: Exclude<Schema<'EnrolmentState'>, 'ISSUING'> | 'UNKNOWN' };

/** Why nothing can be downloaded here, and the way on. */
function Over({ state }: OverProps) {
  const { t } = useTranslation('acquisition');
  const why =
    state === 'COLLECTED' || state === 'LAPSED' || state === 'REVOKED' || state === 'FAILED' ? state : 'UNKNOWN';
  return (
    <Callout title={t(`over.${why}.title`)} tone={why === 'COLLECTED' ? 'info' : 'warn'}>
      <p>{t(`over.${why}.text`)}</p>
      <div>
        {why === 'COLLECTED' ? (
          <ButtonLink to="/login">{t('toLogIn')}</ButtonLink>
        ) : (
          <ButtonLink to="/acquire">{t('over.again')}</ButtonLink>
        )}
      </div>
    </Callout>
  );
}
