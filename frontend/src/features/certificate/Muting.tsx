import { Button, Group } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../shared/ui/DateTime';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { type CertificateDetail, useMute } from './api';

type Props = { readonly certificate: CertificateDetail; readonly mayMute: boolean };

/** Whether people are told that the certificate expires. */
export function Muting({ certificate, mayMute }: Props) {
  const { t } = useTranslation('certificate');
  const mute = useMute(certificate.id);
  const muted = certificate.mute;
  return (
    <>
      <p>
        {muted ? (
          <>
            <Status tone="idle">{t('mute.off')}</Status> {t('mute.since', { by: muted.by })} <DateTime at={muted.at} />
          </>
        ) : (
          <Status tone="ok">{t('mute.on')}</Status>
        )}
      </p>
      <p>{t(muted ? 'mute.offText' : 'mute.onText')}</p>
      {mute.isError && <ProblemPanel error={mute.error} />}
      {mayMute && (
        <Group>
          <Button
            leftSection={
              muted ? <IconBell aria-hidden="true" size={18} /> : <IconBellOff aria-hidden="true" size={18} />
            }
            loading={mute.isPending}
            onClick={() => mute.mutate(!muted)}
            variant="default"
          >
            {t(muted ? 'mute.resume' : 'mute.stop')}
          </Button>
        </Group>
      )}
    </>
  );
}
