import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { Status, type Tone } from '../../shared/ui/Status';

const TONE: Record<Schema<'AccountState'>, Tone> = { ACTIVE: 'ok', SUSPENDED: 'warn', WITHDRAWN: 'idle' };

type Props = { readonly state: Schema<'AccountState'>; readonly locked?: readonly Schema<'SecretKind'>[] };

/** Whether somebody can log in at all, and what of theirs is locked. */
export function AccountStates({ state, locked = [] }: Props) {
  const { t } = useTranslation(['account', 'common']);
  return (
    <>
      <Status tone={TONE[state]}>{t(`state.${state}`)}</Status>
      {locked.map((kind) => (
        <Status key={kind} tone="bad">
          {t('lockedKind', { kind: t(`common:secretKind.${kind}`) })}
        </Status>
      ))}
    </>
  );
}
