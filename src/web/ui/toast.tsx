import { CheckCircle2, CircleAlert, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { IconButton } from './icon-button.tsx';
import { type ToastItem, toastStore } from './toast-store.ts';

/** Says from anywhere what happened. Failures stay until they are dismissed. */
export const toast = { success: toastStore.success, failure: toastStore.failure };

const patience = 6000;

/** Once per page. The live region is there before the first message, so that it is read out. */
export function Toasts() {
  const items = useSyncExternalStore(toastStore.subscribe, toastStore.current);
  return (
    <section
      aria-label={uiTexts.notifications}
      aria-live="polite"
      data-toasts=""
      className="pointer-events-none fixed inset-x-4 bottom-4 z-60 ms-auto flex max-w-sm flex-col gap-2"
    >
      {items.map((item) => (
        <Toast key={item.id} item={item} />
      ))}
    </section>
  );
}

function Toast({ item }: { item: ToastItem }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (item.kind === 'failure') return;
    const timer = setInterval(() => {
      // Somebody is still reading it.
      if (!box.current?.matches(':hover, :focus-within')) toastStore.dismiss(item.id);
    }, patience);
    return () => clearInterval(timer);
  }, [item]);
  const failed = item.kind === 'failure';
  return (
    <div
      ref={box}
      className="pointer-events-auto flex items-start gap-2 rounded-lg border border-line bg-raised p-3 text-ink shadow-popup"
    >
      {failed ? (
        <CircleAlert aria-hidden size={18} className="shrink-0 text-danger" />
      ) : (
        <CheckCircle2 aria-hidden size={18} className="shrink-0 text-success" />
      )}
      <div role={failed ? 'alert' : undefined} className="min-w-0 flex-1">
        <p className="font-medium">{item.title}</p>
        {item.text ? <p className="text-ink-muted">{item.text}</p> : null}
      </div>
      <IconButton
        label={uiTexts.dismiss}
        icon={<X aria-hidden size={14} />}
        onClick={() => toastStore.dismiss(item.id)}
        className="-m-1"
      />
    </div>
  );
}
