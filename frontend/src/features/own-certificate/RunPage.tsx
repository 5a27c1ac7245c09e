import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type OwnConfirmation, ownCertificatesQuery } from './api';
import { Offer } from './Offer';
import { RunForm } from './RunForm';
import { forgetUsed, type Made } from './run';
import { Stored } from './Stored';

type Props = {
  readonly account: string;
  readonly softwareKeyboard: boolean;
  /** Told when the person has the certificate; this session may be over by then. */
  readonly onCompleted: (confirmation: OwnConfirmation) => void;
};

/** Acquires or renews in three steps (HK-012, HK-034). What is in force changes when the certificate is in use, and not before (AT-49). */
export function RunPage({ account, softwareKeyboard, onCompleted }: Props) {
  const { t } = useTranslation('ownCertificate');
  const own = useQuery(ownCertificatesQuery);
  const [made, setMade] = useState<Made>();
  const offer = own.data?.issuance;
  const renewing = offer?.state === 'RENEW';
  const certificates = own.data?.certificates;
  useEffect(() => {
    if (certificates) void forgetUsed(account, certificates);
  }, [account, certificates]);
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
        <RunForm
          account={account}
          certificates={certificates ?? []}
          offer={offer}
          onMade={setMade}
          softwareKeyboard={softwareKeyboard}
        />
      )}
      {offer && !made && offer.state !== 'ACQUIRE' && !renewing && <Offer offer={offer} />}
      {made && <Stored account={account} made={made} onAnother={() => setMade(undefined)} onCompleted={onCompleted} />}
    </Page>
  );
}
