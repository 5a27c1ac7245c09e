import { Button, Group } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type OwnConfirmation, ownCertificatesQuery, useConfirmOwn } from './api';
import { Offer } from './Offer';
import { RunForm } from './RunForm';
import { forget, type Made } from './run';

type Props = {
  readonly account: string;
  readonly softwareKeyboard: boolean;
  /** Told when the certificate was stored; this session may be over by then. */
  readonly onCompleted: (confirmation: OwnConfirmation) => void;
};

/** Acquires or renews in three steps (HK-012, HK-034). What is in force changes when the file was stored, and not before (AT-49). */
export function RunPage({ account, softwareKeyboard, onCompleted }: Props) {
  const { t } = useTranslation('ownCertificate');
  const own = useQuery(ownCertificatesQuery);
  const [made, setMade] = useState<Made>();
  const offer = own.data?.issuance;
  const renewing = offer?.state === 'RENEW';
  return (
    <Page
      lead={t('run.lead')}
      title={t(renewing ? 'run.titleRenew' : 'run.title')}
      trail={[{ label: t('own.title'), to: '/own-certificate' }]}
      width="text"
    >
      {own.isPending && <Loading />}
      {own.isError && <ProblemPanel error={own.error} onRetry={() => own.refetch()} />}
      {offer && !made && (offer.state === 'ACQUIRE' || renewing) && (
        <RunForm account={account} offer={offer} onMade={setMade} softwareKeyboard={softwareKeyboard} />
      )}
      {offer && !made && offer.state !== 'ACQUIRE' && !renewing && <Offer offer={offer} />}
      {made && <Stored account={account} made={made} onCompleted={onCompleted} />}
    </Page>
  );
}

type StoredProps = Omit<Props, 'softwareKeyboard'> & { readonly made: Made };

/** Only the person can say whether the file was saved: a browser does not tell a page. */
function Stored({ account, made: { issued, file }, onCompleted }: StoredProps) {
  const { t } = useTranslation('ownCertificate');
  const confirm = useConfirmOwn();
  const complete = () =>
    confirm.mutate(issued.serial, {
      onSuccess: (confirmation) => {
        void forget(account);
        onCompleted(confirmation);
      },
    });
  return (
    <Card title={t('stored.title')}>
      <Callout role="status" title={t('stored.made', { file: file.name })} tone="ok">
        <p>{t('stored.password')}</p>
      </Callout>
      <p>{t('stored.check')}</p>
      {issued.renews && (
        <Callout title={t('stored.renewsTitle')} tone="warn">
          <p>{t('stored.renews')}</p>
        </Callout>
      )}
      {confirm.isError && <ProblemPanel error={confirm.error} />}
      <Group gap="sm">
        <Button
          leftSection={<IconCircleCheck aria-hidden="true" size={20} />}
          loading={confirm.isPending}
          onClick={complete}
          size="lg"
        >
          {t('stored.do')}
        </Button>
        <Button
          leftSection={<IconDownload aria-hidden="true" size={20} />}
          onClick={() => offerDownload(file.blob, file.name)}
          size="lg"
          variant="default"
        >
          {t('done.again')}
        </Button>
      </Group>
      <p>
        <ButtonLink to="/own-certificate" variant="subtle">
          {t('stored.later')}
        </ButtonLink>
      </p>
    </Card>
  );
}
