import { useSyncExternalStore } from 'react';

export type FontSize = 'small' | 'standard' | 'large';

const KEY = 'shomei.fontSize';
const SIZES: readonly FontSize[] = ['small', 'standard', 'large'];
const listeners = new Set<() => void>();

function kept(): FontSize {
  return SIZES.find((size) => size === localStorage.getItem(KEY)) ?? 'standard';
}

/** Before the first paint: the text has its size, the page its colours. */
export function applyPreferences(): void {
  document.documentElement.dataset.fontSize = kept();
  const scheme = localStorage.getItem('mantine-color-scheme-value');
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}

export function changeFontSize(size: FontSize): void {
  localStorage.setItem(KEY, size);
  document.documentElement.dataset.fontSize = size;
  for (const listener of listeners) listener();
}

export function useFontSize(): FontSize {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, kept);
}
