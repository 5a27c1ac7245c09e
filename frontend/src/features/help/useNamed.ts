import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** What the address names after `#`; brought into view, for it is there only after the page was loaded. */
export function useNamed(): string {
  const named = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (named) document.getElementById(named)?.scrollIntoView?.();
  }, [named]);
  return named;
}
