import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type IpAllowlist, useConfirmIpAllowlist } from './api';

type Props = {
  readonly list: IpAllowlist;
  readonly trial: NonNullable<IpAllowlist['trial']>;
  /** Only the tenant's own people show by confirming that the list lets them in. */
  readonly byOperator: boolean;
};

/** A list that goes by itself, unless somebody it lets in keeps it. */
export function OnTrial({ list, trial, byOperator }: Props) {
  const { t } = useTranslation('ipAllowlist');
  const confirm = useConfirmIpAllowlist(list.version);
  return (
    <Callout role="status" tone="warn" title={t('trial.title')}>
      <p>
        {t('trial.until')} <DateTime at={trial.until} relative />
      </p>
      <p>{list.admitsOwnAddress ? t('trial.in') : t('trial.out', { address: list.ownAddress })}</p>
      {confirm.isError && <ProblemPanel error={confirm.error} />}
      {!byOperator && list.admitsOwnAddress && (
        <div>
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('trial.confirm')}
          </Button>
        </div>
      )}
    </Callout>
  );
}
