export type ToastItem = { id: number; kind: 'success' | 'failure'; title: string; text?: string | undefined };

const shown = 3;
const listeners = new Set<() => void>();
let items: readonly ToastItem[] = [];
let lastId = 0;

function change(next: readonly ToastItem[]): void {
  items = next;
  for (const listener of listeners) listener();
}

function add(kind: ToastItem['kind'], title: string, text?: string): void {
  lastId += 1;
  change([...items, { id: lastId, kind, title, text }].slice(-shown));
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => items,
  dismiss: (id: number) => change(items.filter((item) => item.id !== id)),
  success: (title: string, text?: string) => add('success', title, text),
  failure: (title: string, text?: string) => add('failure', title, text),
};
