import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { OnceValue } from '../../shared/ui/OnceValue';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type HandOut, type HandOutMade, handOutQuery, type IssuanceOffer, useHandOut, useWithdraw } from './api';
import { Reproven } from './Reproven';

type Props = {
  readonly certificate: string;
  readonly commonName: string;
  readonly offer: IssuanceOffer;
  readonly onClose: () => void;
};

/** A link by which one recipient fetches one certificate, so that nobody has to mail key and password. */
export function HandOutDialog({ certificate, commonName, offer, onClose }: Props) {
  const { t } = useTranslation('issuanceJob');
  const handOut = useQuery(handOutQuery(certificate));
  const make = useHandOut(certificate);
  const withdraw = useWithdraw(certificate);
  if (make.data) return <Once made={make.data} onNoted={onClose} />;
  const present = handOut.data;
  const open = present?.state === 'WAITING';
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('handOut.title', { name: commonName })}>
      <Stack gap="lg">
        <p style={{ margin: 0 }}>{t('handOut.lead')}</p>
        {handOut.isPending && <Loading lines={3} />}
        {handOut.isError && <ProblemPanel error={handOut.error} onRetry={() => handOut.refetch()} />}
        {present && <Standing handOut={present} />}
        {withdraw.isError && <ProblemPanel error={withdraw.error} />}
        {open && (
          <Group>
            <Button color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate()} variant="outline">
              {t('handOut.withdraw')}
            </Button>
          </Group>
        )}
        {make.isError && <ProblemPanel error={make.error} />}
        <Reproven offer={offer}>
          <Group justify="flex-end">
            <Button
              disabled={handOut.isPending}
              leftSection={<IconLink aria-hidden="true" size={18} />}
              loading={make.isPending}
              onClick={() => make.mutate()}
            >
              {t(present ? 'handOut.another' : 'handOut.do')}
            </Button>
          </Group>
        </Reproven>
      </Stack>
    </Dialog>
  );
}

function Standing({ handOut }: { handOut: HandOut }) {
  const { t } = useTranslation('issuanceJob');
  const { state, locked } = handOut;
  return (
    <>
      <Callout
        title={t(locked ? 'handOut.state.LOCKED' : `handOut.state.${state as 'WAITING'}`)}
        tone={locked ? 'bad' : state === 'COLLECTED' ? 'ok' : state === 'WAITING' ? 'wait' : 'idle'}
      />
      <Facts
        facts={[
          {
            label: t('handOut.made'),
            value: (
              <>
                <DateTime at={handOut.createdAt} /> — {handOut.createdBy}
              </>
            ),
          },
          state === 'WAITING' && { label: t('handOut.deadline'), value: <DateTime at={handOut.deadline} relative /> },
          !!handOut.collectedAt && {
            label: t('handOut.collected'),
            value: (
              <>
                <DateTime at={handOut.collectedAt} />
                {handOut.collectedFrom && ` — ${handOut.collectedFrom}`}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** URL and PIN, this once: they go two ways. */
function Once({ made, onNoted }: { made: HandOutMade; onNoted: () => void }) {
  const { t } = useTranslation('issuanceJob');
  const [said, setSaid] = useState(false);
  return (
    <Dialog
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onNoted}
      opened
      size="xl"
      title={t('handOut.once.title', { name: made.commonName })}
      withCloseButton={false}
    >
      <Stack gap="lg">
        <Callout tone="warn">
          <p>{t('handOut.once.warning')}</p>
        </Callout>
        <div>
          <p style={{ marginTop: 0, fontWeight: 700 }}>{t('handOut.once.url')}</p>
          <OnceValue value={made.url} what={t('handOut.once.url')} />
        </div>
        <div>
          <p style={{ marginTop: 0, fontWeight: 700 }}>{t('handOut.once.pin')}</p>
          <OnceValue legible value={made.secret} what={t('handOut.once.pin')} />
        </div>
        <p style={{ margin: 0 }}>
          {t('handOut.deadline')} <DateTime at={made.deadline} relative />
        </p>
        <Checkbox
          checked={said}
          label={t('handOut.once.noted')}
          onChange={(event) => setSaid(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!said} onClick={onNoted}>
            {t('handOut.once.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
