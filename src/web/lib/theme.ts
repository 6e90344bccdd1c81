import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const key = 'ambit.theme';
const listeners = new Set<() => void>();
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function stored(): Theme | null {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : null;
}

function current(): Theme {
  return stored() ?? (systemDark.matches ? 'dark' : 'light');
}

/** Called before the first paint, so that the page never flashes in the other theme. */
export function applyStoredTheme(): void {
  const theme = stored();
  if (theme) document.documentElement.dataset.theme = theme;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  systemDark.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    systemDark.removeEventListener('change', listener);
  };
}

export function useTheme() {
  const theme = useSyncExternalStore(subscribe, current);
  const toggle = () => {
    const next: Theme = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(key, next);
    document.documentElement.dataset.theme = next;
    for (const listener of listeners) listener();
  };
  return { theme, toggle };
}
