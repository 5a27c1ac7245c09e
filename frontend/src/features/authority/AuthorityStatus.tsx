import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../shared/ui/Status';
import type { AuthorityState } from './api';
import { isExpired } from './lines';

const TONE: Record<AuthorityState, Tone> = {
  PENDING: 'wait',
  ACTIVE: 'info',
  RETIRED: 'idle',
  COMPROMISED: 'bad',
  EXTERNAL: 'idle',
};

type Shown = { readonly state: AuthorityState; readonly issuing: boolean; readonly notAfter?: string | undefined };

/** Where a generation stands, and whether its time is over: each with icon and word. */
export function AuthorityStatus({ of }: { of: Shown }) {
  const { t } = useTranslation('authority');
  return (
    <Group gap="xs">
      {of.issuing ? (
        <Status tone="ok">{t('issuing')}</Status>
      ) : (
        <Status tone={TONE[of.state]}>{t(`state.${of.state}`)}</Status>
      )}
      {isExpired(of, Date.now()) && <Status tone="bad">{t('expired')}</Status>}
    </Group>
  );
}
