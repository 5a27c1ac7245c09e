import { Button, Group } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AddDialog } from './AddDialog';
import { type IssuanceOffer, isRunning, offerQuery } from './api';
import { Counters } from './Counters';
import { HandOutLotDialog } from './HandOutLotDialog';
import { JobCard } from './JobCard';
import { ManagedList, type Named } from './ManagedList';
import { RenewDialog } from './RenewDialog';
import { useWatchedJob } from './useWatchedJob';

type Props = {
  /** What would lock one out soon. */
  readonly warnings: ReactNode;
  /** Revokes what is selected, where that is left to the account. */
  readonly revoke: (selected: readonly Named[], onRevoked: () => void) => ReactNode;
  readonly mayRevokeByFile: boolean;
};

/** Certificates against licences: how many there are and may be, and everything that is done with them (DN-010 to DN-016). */
export function ManagementPage(props: Props) {
  const { t } = useTranslation('issuanceJob');
  const offer = useQuery(offerQuery);
  if (offer.data?.offered) return <Management {...props} offer={offer.data} />;
  return (
    <Page title={t('title')}>
      {offer.isPending && <Loading lines={10} />}
      {offer.isError && <ProblemPanel error={offer.error} onRetry={() => offer.refetch()} />}
      {offer.data && <EmptyState title={t('off.title')}>{t('off.text')}</EmptyState>}
    </Page>
  );
}

function Management({ offer, warnings, revoke, mayRevokeByFile }: Props & { offer: IssuanceOffer }) {
  const { t } = useTranslation('issuanceJob');
  const [open, setOpen] = useState<'add' | 'renew' | 'handOut'>();
  const [selected, setSelected] = useState<readonly Named[]>([]);
  const { job, rowsOf, refresh, dismiss } = useWatchedJob(offer);
  const running = job !== undefined && isRunning(job);
  return (
    <Page
      actions={
        <>
          <Button
            disabled={running}
            leftSection={<IconRefresh aria-hidden="true" size={18} />}
            onClick={() => setOpen('renew')}
            variant="default"
          >
            {t('renew.open')}
          </Button>
          <Button
            disabled={running || offer.most < 1}
            leftSection={<IconPlus aria-hidden="true" size={18} />}
            onClick={() => setOpen('add')}
          >
            {t('add.open')}
          </Button>
        </>
      }
      lead={running ? t('leadRunning') : offer.most < 1 ? t('leadFull') : t('lead')}
      title={t('title')}
    >
      {warnings}
      <Counters offer={offer} />
      {job && <JobCard job={job} onDismiss={dismiss} onHandOut={() => setOpen('handOut')} />}
      <ManagedList
        job={rowsOf}
        mayRevokeByFile={mayRevokeByFile}
        offer={offer}
        onRefresh={() => !running && refresh()}
        onSelect={setSelected}
        revoke={revoke}
        selected={selected}
      />
      <Group gap="lg">
        <TextLink params={{ topic: 'fleet' }} to="/help/$topic">
          {t('help.fleet')}
        </TextLink>
        <TextLink params={{ topic: 'revocation' }} to="/help/$topic">
          {t('help.revocation')}
        </TextLink>
      </Group>
      {open === 'add' && <AddDialog offer={offer} onClose={() => setOpen(undefined)} />}
      {open === 'handOut' && job && <HandOutLotDialog of={{ job }} offer={offer} onClose={() => setOpen(undefined)} />}
      {open === 'renew' && (
        <RenewDialog
          offer={offer}
          onClose={() => setOpen(undefined)}
          selected={selected.flatMap(({ id, renewed }) => (renewed ? [] : id))}
        />
      )}
    </Page>
  );
}
