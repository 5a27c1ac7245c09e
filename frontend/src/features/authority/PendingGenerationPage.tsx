import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AuthorityStatus } from './AuthorityStatus';
import { type Generation, linesQuery, useCertify } from './api';
import { CertificatesForm } from './CertificatesForm';
import { DiscardButton } from './DiscardButton';

const route = getRouteApi('/app/authority-lines/$line/$name');

/** A generation that waits for its certificate: the request goes out, the certificate comes in. */
export function PendingGenerationPage() {
  const { t } = useTranslation('authority');
  const { line: lineName, name } = route.useParams();
  const lines = useQuery(linesQuery);
  const line = lines.data?.find((each) => each.name === lineName);
  const pending = line?.generations.find((each) => each.name === name && each.state === 'PENDING');
  return (
    <Page
      lead={pending && t('pending.lead')}
      status={pending && <AuthorityStatus of={pending} />}
      title={pending?.label ?? name}
      trail={[
        { label: t('lines.title'), to: '/authority-lines' },
        { label: line?.label ?? lineName, to: `/authority-lines/${lineName}` },
      ]}
      width="form"
    >
      {lines.isPending && <Loading lines={10} />}
      {lines.isError && <ProblemPanel error={lines.error} onRetry={() => lines.refetch()} />}
      {lines.isSuccess && !pending && (
        <EmptyState
          action={
            <ButtonLink params={{ line: lineName }} to="/authority-lines/$line">
              {t('pending.toLine')}
            </ButtonLink>
          }
          title={t('pending.nothing')}
        >
          {t('pending.nothingNext')}
        </EmptyState>
      )}
      {pending && <Out pending={pending} />}
      {pending && <In pending={pending} />}
    </Page>
  );
}

function Out({ pending }: { pending: Generation }) {
  const { t } = useTranslation('authority');
  return (
    <Card title={t('pending.out')}>
      <p>{t('pending.outText')}</p>
      <Facts
        facts={[
          { label: t('fact.subject'), value: pending.subjectDn },
          { label: t('fact.keyKind'), value: pending.keyDescription },
          { label: 'basicConstraints', value: 'critical, CA:TRUE, pathlen:0' },
          { label: 'keyUsage', value: 'critical, keyCertSign, cRLSign' },
          { label: 'crlDistributionPoints', value: t('pending.crlAddress') },
        ]}
      />
      <Group>
        <Button
          component="a"
          download
          href={`/api/v1/authorities/${pending.name}/request.csr`}
          leftSection={<IconDownload aria-hidden="true" size={18} />}
        >
          {t('pending.download')}
        </Button>
      </Group>
      <CodeBlock text={pending.csr ?? ''} what="CSR" />
    </Card>
  );
}

function In({ pending }: { pending: Generation }) {
  const { t } = useTranslation('authority');
  const navigate = route.useNavigate();
  const certify = useCertify(pending.name);
  const line = { params: { line: pending.line } };
  return (
    <Card title={t('pending.in')}>
      <p>{t('pending.inText')}</p>
      <CertificatesForm
        aside={
          <DiscardButton generation={pending} onDone={() => navigate({ to: '/authority-lines/$line', ...line })} />
        }
        error={certify.error}
        isPending={certify.isPending}
        label={t('pending.do')}
        send={(certificates) =>
          certify.mutate(certificates, { onSuccess: () => navigate({ to: '/authority-lines/$line', ...line }) })
        }
      />
    </Card>
  );
}
