import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type CollectedFile, type CollectionFormat, type Enrolment, enrolmentQuery } from './api';
import { BrowserCollect } from './BrowserCollect';
import { Collected } from './Collected';
import { CollectForm } from './CollectForm';
import { Over } from './Over';
import { mayRepeat } from './pageKey';

const route = getRouteApi('/public/collect/$token');

/** What the one-time URL of a mail leads to. No log-in; made for a phone as well. */
export function CollectPage() {
  const { t } = useTranslation(['enrolment', 'common']);
  const { token } = route.useParams();
  const enrolment = useQuery(enrolmentQuery(token));
  const [collected, setCollected] = useState<{ file: CollectedFile; format: CollectionFormat }>();

  if (enrolment.isPending) {
    return (
      <Page title={t('title.WAITING')} width="text">
        <Loading />
      </Page>
    );
  }
  if (enrolment.isError) {
    return isProblem(enrolment.error, 'enrolment-unknown', 'not-found') ? (
      <Page title={t('title.unknown')} width="text">
        <Callout title={t('unknown.title')} tone="bad">
          <p>{t('unknown.text')}</p>
        </Callout>
      </Page>
    ) : (
      <Page title={t('title.WAITING')} width="text">
        <ProblemPanel error={enrolment.error} onRetry={() => enrolment.refetch()} />
      </Page>
    );
  }
  if (collected) {
    return (
      <Page title={t('title.done')} width="text">
        <Collected {...collected} kind={enrolment.data.kind} />
        <About enrolment={enrolment.data} />
      </Page>
    );
  }
  const { state, handedOut, delivery } = enrolment.data;
  if (state === 'ISSUING' || state === 'FAILED') return <Navigate params={{ token }} replace to="/acquire/$token" />;
  // The tab that collected may come again after a reload: the server knows whether it is still in time.
  const again = state === 'COLLECTED' && enrolment.data.secretRequired && mayRepeat(token, enrolment.data.collectedAt);
  const open = state === 'WAITING' || again;
  return (
    <Page
      lead={open && t(`lead.${delivery}`)}
      title={t(`title.${open ? 'WAITING' : handedOut && state === 'REVOKED' ? 'unknown' : state}`)}
      width="text"
    >
      {open ? (
        <>
          <About enrolment={enrolment.data} />
          {again && (
            <Callout title={t('again.title')} tone="info">
              <p>{t('again.text')}</p>
            </Callout>
          )}
          {delivery === 'BROWSER' ? (
            <BrowserCollect
              enrolment={enrolment.data}
              onCollected={(file, format) => setCollected({ file, format })}
              token={token}
            />
          ) : (
            <CollectForm
              enrolment={enrolment.data}
              onCollected={(file, format) => setCollected({ file, format })}
              token={token}
            />
          )}
        </>
      ) : (
        <>
          {delivery === 'BROWSER' && <ForgetKey token={token} />}
          <Over at={enrolment.data.collectedAt} state={state} what={whatOf(enrolment.data)} />
          <About enrolment={enrolment.data} />
        </>
      )}
    </Page>
  );
}

/** A key that serves nothing any more is not left in the browser. */
function ForgetKey({ token }: { token: string }) {
  useEffect(() => {
    import('../../shared/pki/keptKey').then(({ forgetKey }) => forgetKey(token)).catch(() => undefined);
  }, [token]);
  return null;
}

const whatOf = ({ delivery, handedOut }: Enrolment) =>
  handedOut ? 'handOut' : delivery === 'CERTIFICATE' ? 'certificate' : 'keyFile';

function About({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation(['enrolment', 'common']);
  const language = useLanguage();
  return (
    <Card title={t(`common:kind.${enrolment.kind}`)}>
      <Facts
        facts={[
          {
            label: t('fact.institution'),
            value: language === 'ja' ? enrolment.institutionJa : enrolment.institutionEn,
          },
          !!enrolment.dnsNames?.length && {
            label: t('fact.names'),
            value: <strong>{enrolment.dnsNames.join(', ')}</strong>,
          },
          { label: t('fact.subject'), value: enrolment.subjectDn },
          !!enrolment.notAfter && {
            label: t('fact.notAfter'),
            value: <DateTime at={enrolment.notAfter} only="date" relative />,
          },
          (enrolment.state === 'WAITING' || enrolment.state === 'DORMANT') && {
            label: t('fact.deadline'),
            value: <DateTime at={enrolment.deadline} relative />,
          },
        ]}
      />
    </Card>
  );
}
