import { Toast as Base } from '@base-ui/react/toast';
import { CheckCircle2, CircleAlert, X } from 'lucide-react';
import { uiTexts } from '../texts/ui.ts';
import { IconButton } from './icon-button.tsx';

const manager = Base.createToastManager();

/** Says from anywhere what happened. Failures stay until they are dismissed. */
export const toast = {
  success: (title: string, description?: string) => manager.add({ title, description, type: 'success' }),
  failure: (title: string, description?: string) =>
    manager.add({ title, description, type: 'failure', timeout: 0, priority: 'high' }),
};

export function Toasts() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport
          aria-label={uiTexts.notifications}
          className="fixed inset-x-4 bottom-4 z-60 ms-auto flex max-w-sm flex-col gap-2"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((item) => (
    <Base.Root
      key={item.id}
      toast={item}
      swipeDirection={['right', 'down']}
      className="rounded-lg border border-line bg-raised p-3 text-ink shadow-popup"
    >
      <Base.Content className="flex items-start gap-2">
        {item.type === 'failure' ? (
          <CircleAlert aria-hidden size={18} className="shrink-0 text-danger" />
        ) : (
          <CheckCircle2 aria-hidden size={18} className="shrink-0 text-success" />
        )}
        <div className="min-w-0 flex-1">
          <Base.Title className="font-medium" render={<p />} />
          <Base.Description className="text-ink-muted" />
        </div>
        <Base.Close
          render={<IconButton label={uiTexts.dismiss} icon={<X aria-hidden size={14} />} className="-m-1" />}
        />
      </Base.Content>
    </Base.Root>
  ));
}
