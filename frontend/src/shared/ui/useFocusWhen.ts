import { type RefObject, useEffect, useRef } from 'react';

/** Where the focus goes once something is shown: in place of a step that had it, as of a dialog, it would be lost otherwise. */
export function useFocusWhen<T extends HTMLElement>(shown: boolean): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (shown) ref.current?.focus();
  }, [shown]);
  return ref;
}
