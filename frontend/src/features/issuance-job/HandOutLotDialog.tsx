import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconDownload, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import {
  type HandOutLot,
  type IssuanceOffer,
  type LotOf,
  linksUrl,
  pinsUrl,
  useHandOutLot,
  validOfJobQuery,
} from './api';
import { Reproven } from './Reproven';

type Props = {
  readonly of: LotOf;
  readonly offer: IssuanceOffer;
  readonly onClose: () => void;
};

/** Links for many recipients at once, in one file, and their access PINs in another. */
export function HandOutLotDialog({ of, offer, onClose }: Props) {
  const { t } = useTranslation(['issuanceJob', 'common']);
  const make = useHandOutLot();
  const ofJob = useQuery({ ...validOfJobQuery('job' in of ? of.job.id : ''), enabled: 'job' in of });
  if (make.data) return <Made lot={make.data} offer={offer} onNoted={onClose} />;
  const certificates = 'job' in of ? ofJob.data : of.certificates;
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('handOutLot.title')}>
      <Stack gap="lg">
        {ofJob.isLoading && <Loading lines={3} />}
        {ofJob.isError && <ProblemPanel error={ofJob.error} onRetry={() => ofJob.refetch()} />}
        {certificates && <About count={certificates.length} />}
        {make.isError && <ProblemPanel error={make.error} />}
        {certificates && certificates.length > 0 && (
          <Reproven offer={offer}>
            <Group justify="flex-end">
              <Button onClick={onClose} variant="default">
                {t('common:cancel')}
              </Button>
              <Button
                leftSection={<IconLink aria-hidden="true" size={18} />}
                loading={make.isPending}
                onClick={() => make.mutate(certificates)}
              >
                {t('handOutLot.do')}
              </Button>
            </Group>
          </Reproven>
        )}
      </Stack>
    </Dialog>
  );
}

function About({ count }: { count: number }) {
  const { t } = useTranslation('issuanceJob');
  const { number } = useNumbers();
  if (count === 0) return <Callout title={t('handOutLot.none')} tone="info" />;
  return (
    <>
      <p style={{ margin: 0 }}>{t('handOutLot.lead', { count, value: number(count) })}</p>
      <Callout tone="info">
        <p>{t('handOutLot.earlier')}</p>
      </Callout>
    </>
  );
}

/** Two files that go two ways. */
function Made({ lot, offer, onNoted }: { lot: HandOutLot; offer: IssuanceOffer; onNoted: () => void }) {
  const { t } = useTranslation('issuanceJob');
  const { number } = useNumbers();
  const [said, setSaid] = useState(false);
  return (
    <Dialog
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onNoted}
      opened
      size="lg"
      title={t('handOutLot.made', { count: lot.links, value: number(lot.links) })}
      withCloseButton={false}
    >
      <Stack gap="lg">
        <Callout tone="warn">
          <p>{t('handOutLot.warning')}</p>
        </Callout>
        <Reproven offer={offer}>
          <Group>
            <Button
              component="a"
              download
              href={linksUrl(lot)}
              leftSection={<IconDownload aria-hidden="true" size={18} />}
            >
              {t('handOutLot.links')}
            </Button>
            <Button
              component="a"
              download
              href={pinsUrl(lot)}
              leftSection={<IconDownload aria-hidden="true" size={18} />}
              variant="default"
            >
              {t('handOutLot.pins')}
            </Button>
          </Group>
        </Reproven>
        <p style={{ margin: 0 }}>
          {t('handOut.deadline')} <DateTime at={lot.deadline} relative />
        </p>
        <Checkbox
          checked={said}
          label={t('handOutLot.noted')}
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
