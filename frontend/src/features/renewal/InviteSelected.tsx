import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { Callout } from '../../shared/ui/Callout';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import type { useInviteMany } from './api';

/** As many as one call takes. */
export const MOST = 500;

type Props = { readonly certificates: readonly string[]; readonly invite: ReturnType<typeof useInviteMany> };

/** Sends the mails of all that are selected again. */
export function InviteSelected({ certificates, invite }: Props) {
  const { t } = useTranslation('renewal');
  const idempotencyKey = useIdempotencyKey();
  return (
    <>
      <Button
        disabled={certificates.length > MOST}
        leftSection={<IconMail aria-hidden="true" size={18} />}
        loading={invite.isPending}
        onClick={() => invite.mutate({ certificates, idempotencyKey: idempotencyKey(certificates) })}
        size="sm"
      >
        {t('invite.selected')}
      </Button>
      {certificates.length > MOST && <span role="status">{t('invite.most', { count: MOST })}</span>}
    </>
  );
}

/** What became of it; it stays when nothing is selected any more. */
export function Invited({ invite }: Pick<Props, 'invite'>) {
  const { t } = useTranslation('renewal');
  if (invite.isError) return <ProblemPanel error={invite.error} />;
  if (!invite.data) return null;
  const { certificates, left } = invite.data;
  return (
    <Callout role="status" title={t('invite.sent', { count: certificates })} tone={left > 0 ? 'warn' : 'ok'}>
      {left > 0 && <p>{t('invite.left', { count: left })}</p>}
    </Callout>
  );
}
