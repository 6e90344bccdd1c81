import { useState } from 'react';

export type Search = Readonly<Record<string, string>>;
export type View = { name: string; search: Search };

function isView(value: unknown): value is View {
  return typeof value === 'object' && value !== null && 'name' in value && 'search' in value;
}

function read(key: string): readonly View[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isView) : [];
  } catch {
    // Somebody edited the storage by hand: start afresh instead of failing the page.
    return [];
  }
}

/** The views of one list that this browser remembers; a name is used once. */
export function useViews(table: string) {
  const key = `ambit.views.${table}`;
  const [views, setViews] = useState(() => read(key));
  const keep = (next: readonly View[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  const others = (name: string) => views.filter((view) => view.name !== name);
  return {
    views,
    save: (view: View) => keep([...others(view.name), view]),
    remove: (name: string) => keep(others(name)),
  };
}
