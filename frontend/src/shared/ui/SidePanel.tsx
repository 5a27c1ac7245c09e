import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SidePanel.module.css';

type Props = { readonly label: string; readonly onClose: () => void; readonly children: ReactNode };

/** Beside the list, with an address of its own. The list stays in reach; Escape closes. */
export function SidePanel({ label, onClose, children }: Props) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      aria-label={label}
      className={classes.panel}
      onKeyDown={(event) => {
        // A dialog opened from here closes itself; its events come by all the same.
        const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
        if (event.key === 'Escape' && !inDialog && !event.defaultPrevented) onClose();
      }}
      ref={panel}
      tabIndex={-1}
    >
      <CloseButton aria-label={t('panel.close')} className={classes.close} onClick={onClose} size={44} />
      {children}
    </aside>
  );
}
