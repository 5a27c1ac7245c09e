import { useCallback, useState } from 'react';
import { useIdempotencyKey } from '../../../api/useIdempotencyKey';
import { type HandedIn, useDoorCheck, useHandIn } from './api';

/** Has something checked, and hands in what has no faults; what was checked is forgotten as soon as something changes. */
export function useHandingIn(token: string, onDone: () => void) {
  const [checked, setChecked] = useState<HandedIn>();
  const check = useDoorCheck(token);
  const handIn = useHandIn(token);
  const keyOf = useIdempotencyKey();
  const { reset: forgetCheck } = check;
  const { reset: forgetHandIn } = handIn;
  const changed = useCallback(() => {
    setChecked(undefined);
    forgetCheck();
    forgetHandIn();
  }, [forgetCheck, forgetHandIn]);
  return {
    changed,
    check,
    handIn,
    look: (handed: HandedIn) => check.mutate(handed, { onSuccess: () => setChecked(handed) }),
    /** What can be handed in; undefined while nothing was checked, or it has faults. */
    clean: check.data?.rows.refused === 0 ? checked : undefined,
    send: (handed: HandedIn) => handIn.mutate({ body: handed, idempotencyKey: keyOf(handed) }, { onSuccess: onDone }),
  };
}

export type HandingIn = ReturnType<typeof useHandingIn>;
