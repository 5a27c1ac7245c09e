import { Button, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { Facts } from '../../shared/ui/Facts';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Addresses } from './Addresses';
import { type Uncollected, useRenewPin, useWithdraw } from './api';
import { PinState } from './PinState';

type Props = { readonly invitation: Uncollected; readonly onClose: () => void };

/** What can be put right of an invitation to a client certificate while nobody has collected it. */
export function InvitationDialog({ invitation, onClose }: Props) {
  const { t } = useTranslation('renewal');
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('manage.title', { name: invitation.commonName })}>
      <Stack gap="lg">
        <Facts
          facts={[
            { label: t('column.delivery'), value: t(`delivery.${invitation.delivery}`) },
            { label: t('column.collectBy'), value: <DateTime at={invitation.collectBy} relative /> },
            !!invitation.pin && { label: t('column.pin'), value: <PinState state={invitation.pin} /> },
          ]}
        />
        <NewPin invitation={invitation} />
        <Addresses invitation={invitation} />
        {!invitation.serial && <Withdraw id={invitation.id} onDone={onClose} />}
      </Stack>
    </Dialog>
  );
}

/** Another PIN goes to whoever got the first. */
function NewPin({ invitation }: { invitation: Uncollected }) {
  const { t } = useTranslation('renewal');
  const renew = useRenewPin();
  return (
    <section>
      <h3>{t('manage.pin.title')}</h3>
      <p>{t(invitation.delivery === 'P12_BULK' ? 'manage.pin.textArchive' : 'manage.pin.text')}</p>
      {renew.isError && <ProblemPanel error={renew.error} />}
      {renew.isSuccess ? (
        <Callout role="status" title={t('manage.pin.done')} tone="ok" />
      ) : (
        <Button
          leftSection={<IconKey aria-hidden="true" size={18} />}
          loading={renew.isPending}
          onClick={() => renew.mutate(invitation.id)}
          variant="default"
        >
          {t('manage.pin.do')}
        </Button>
      )}
    </section>
  );
}

/** Only where there is no certificate yet: otherwise that is revoked. It cannot be undone, so it takes a second press. */
function Withdraw({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('renewal');
  const withdraw = useWithdraw();
  const [sure, setSure] = useState(false);
  return (
    <section>
      <h3>{t('manage.withdraw.title')}</h3>
      <p>{t('manage.withdraw.text')}</p>
      {withdraw.isError && <ProblemPanel error={withdraw.error} />}
      <p role="status">{sure && t('manage.withdraw.sure')}</p>
      <Button
        color="red"
        loading={withdraw.isPending}
        onClick={() => (sure ? withdraw.mutate(id, { onSuccess: onDone }) : setSure(true))}
        variant="outline"
      >
        {t('manage.withdraw.do')}
      </Button>
    </section>
  );
}
