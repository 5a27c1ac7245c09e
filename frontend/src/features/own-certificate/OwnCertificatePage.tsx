import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import {
  type Begun,
  type KeyFile,
  type OwnRenewal,
  ownCertificatesQuery,
  ownRenewalQuery,
  useBeginRenewal,
} from './api';
import { Compare } from './Compare';
import { Issue } from './Issue';
import { Issued } from './Issued';
import { Offer } from './Offer';

/** One's certificates, and the way to another: with a key of this browser, or as the service makes it. */
export function OwnCertificatePage() {
  const { t } = useTranslation('ownCertificate');
  const own = useQuery(ownCertificatesQuery);
  const renewal = useQuery(ownRenewalQuery);
  if (own.isPending || renewal.isPending) {
    return (
      <Page title={t('own.title')} width="text">
        <Loading />
      </Page>
    );
  }
  if (own.isError) {
    return (
      <Page title={t('own.title')} width="text">
        <ProblemPanel error={own.error} onRetry={() => own.refetch()} />
      </Page>
    );
  }
  const { certificates, issuance } = own.data;
  // Where a service renews by a PIN that it draws, that is what the page is for.
  if (issuance.state === 'NOT_OFFERED' && renewal.data?.state !== 'NOT_OFFERED') return <PinRenewal />;
  return (
    <Page lead={t('own.lead')} title={t('own.title')} width="text">
      <Offer offer={issuance} />
      {certificates.length > 0 ? (
        <Card title={t('compare.title')}>
          <Compare certificates={certificates} />
        </Card>
      ) : (
        <EmptyState title={t('own.none')}>{t('own.noneNext')}</EmptyState>
      )}
    </Page>
  );
}

/** Renews the certificate one is logged in with: by that certificate, in three steps, and nothing is typed. */
function PinRenewal() {
  const { t } = useTranslation('ownCertificate');
  const renewal = useQuery(ownRenewalQuery);
  const begin = useBeginRenewal();
  const [begun, setBegun] = useState<Begun>();
  const [file, setFile] = useState<KeyFile>();
  return (
    <Page lead={t('lead')} title={t('title')} width="text">
      {renewal.isPending && <Loading />}
      {renewal.isError && <ProblemPanel error={renewal.error} onRetry={() => renewal.refetch()} />}
      {file && <Issued file={file} />}
      {begun && !file && <Issue begun={begun} onIssued={setFile} />}
      {renewal.data && !begun && (
        <>
          <Present renewal={renewal.data} />
          {begin.isError && <ProblemPanel error={begin.error} />}
          {renewal.data.state === 'OPEN' && (
            <Group>
              <Button
                loading={begin.isPending}
                onClick={() => begin.mutate(undefined, { onSuccess: setBegun })}
                size="md"
              >
                {t('begin')}
              </Button>
            </Group>
          )}
        </>
      )}
    </Page>
  );
}

function Present({ renewal }: { renewal: OwnRenewal }) {
  const { t } = useTranslation('ownCertificate');
  const { certificate, state, why, opensAt } = renewal;
  return (
    <>
      {state === 'OPEN' && (
        <Callout title={t(`why.${why ?? 'EXPIRES'}.title`)} tone="warn">
          <p>{t(`why.${why ?? 'EXPIRES'}.text`)}</p>
        </Callout>
      )}
      {state === 'NOT_YET' && (
        <Callout title={t('notYet.title')} tone="info">
          <p>
            {t('notYet.from')} {opensAt && <DateTime at={opensAt} relative />}
          </p>
          <p>{t('notYet.mail')}</p>
        </Callout>
      )}
      {state === 'NOT_OFFERED' && (
        <Callout title={t('notOffered.title')} tone="info">
          <p>{t('notOffered.text')}</p>
        </Callout>
      )}
      {certificate && (
        <Card title={t('present')}>
          <Facts
            facts={[
              { label: t('subject'), value: certificate.subjectDn },
              { label: t('serial'), value: certificate.serial },
              { label: t('notAfter'), value: <DateTime at={certificate.notAfter} relative /> },
            ]}
          />
        </Card>
      )}
    </>
  );
}
