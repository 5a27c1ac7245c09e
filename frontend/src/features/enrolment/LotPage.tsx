import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { offerDownload } from '../../shared/format/download';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type CollectedFile, type EnrolmentLot, lotQuery, useCollectLot } from './api';
import { Over } from './Over';
import { P12ProfileChoice } from './P12ProfileChoice';
import { mayRepeat } from './pageKey';

const route = getRouteApi('/public/lots/$token');
const WHAT = { PINS: 'pins', CERTIFICATES: 'archive' } as const;

/** What the URL of access PINs, or of an archive of key files, leads to. */
export function LotPage() {
  const { t } = useTranslation('enrolment');
  const { token } = route.useParams();
  const lot = useQuery(lotQuery(token));
  const [file, setFile] = useState<CollectedFile>();

  if (lot.isPending) {
    return (
      <Page title={t('lot.title')} width="text">
        <Loading />
      </Page>
    );
  }
  if (lot.isError) {
    return (
      <Page title={t(isProblem(lot.error, 'enrolment-unknown') ? 'title.unknown' : 'lot.title')} width="text">
        {isProblem(lot.error, 'enrolment-unknown') ? (
          <Callout title={t('unknown.title')} tone="bad">
            <p>{t('unknown.text')}</p>
          </Callout>
        ) : (
          <ProblemPanel error={lot.error} onRetry={() => lot.refetch()} />
        )}
      </Page>
    );
  }
  const what = WHAT[lot.data.content];
  const { state, collectedAt } = lot.data;
  const again = state === 'COLLECTED' && mayRepeat(token, collectedAt);
  if (file) {
    return (
      <Page title={t(`lot.${what}.done`)} width="text">
        <Callout role="status" title={t('done.title')} tone="ok">
          <p>{t(`lot.${what}.next`, { file: file.name })}</p>
          <Button
            leftSection={<IconDownload aria-hidden="true" size={18} />}
            onClick={() => offerDownload(file.blob, file.name)}
            variant="default"
          >
            {t('done.again')}
          </Button>
        </Callout>
        <About lot={lot.data} />
      </Page>
    );
  }
  return (
    <Page lead={state === 'WAITING' && t(`lot.${what}.lead`)} title={t(`lot.${what}.title`)} width="text">
      <Over at={collectedAt} state={state} what={what} />
      <About lot={lot.data} />
      {(state === 'WAITING' || again) && <LotForm lot={lot.data} onCollected={setFile} token={token} />}
    </Page>
  );
}

type FormProps = {
  readonly token: string;
  readonly lot: EnrolmentLot;
  readonly onCollected: (file: CollectedFile) => void;
};

function LotForm({ token, lot, onCollected }: FormProps) {
  const { t } = useTranslation('enrolment');
  const what = WHAT[lot.content];
  const [p12Profile, setP12Profile] = useState(lot.p12Profile);
  const collect = useCollectLot(token);
  return (
    <Card title={t(`lot.${what}.form`)}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: '1.25rem' }}>
        {p12Profile && <P12ProfileChoice onChange={setP12Profile} value={p12Profile} />}
        <Callout title={t('form.onceTitle')} tone="warn">
          <p>{t(`lot.${what}.once`)}</p>
        </Callout>
        {collect.isError && <ProblemPanel error={collect.error} />}
        <Button
          fullWidth
          leftSection={<IconDownload aria-hidden="true" size={22} />}
          loading={collect.isPending}
          onClick={() =>
            collect.mutate(p12Profile, {
              onSuccess: (file) => {
                offerDownload(file.blob, file.name);
                onCollected(file);
              },
            })
          }
          size="lg"
        >
          {t(`lot.${what}.do`)}
        </Button>
        <p role="status" style={{ margin: 0 }}>
          {collect.isPending && t('form.waiting')}
        </p>
      </div>
    </Card>
  );
}

function About({ lot }: { lot: EnrolmentLot }) {
  const { t } = useTranslation('enrolment');
  const language = useLanguage();
  return (
    <Card title={t('lot.about')}>
      <Facts
        facts={[
          { label: t('fact.institution'), value: language === 'ja' ? lot.institutionJa : lot.institutionEn },
          { label: t('fact.administrator'), value: lot.administrator },
          { label: t('fact.certificates'), value: t('fact.count', { count: lot.count }) },
          { label: t('fact.deadline'), value: <DateTime at={lot.deadline} relative /> },
        ]}
      />
    </Card>
  );
}
