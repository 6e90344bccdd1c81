import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { backdropClass } from './backdrop.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { keepFocus } from './keep-focus.ts';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end; the confirming one last. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  side?: 'center' | 'end' | 'start';
  /** True while something typed would be lost: closing then asks first. */
  dirty?: boolean;
  /** Where the focus goes when what opened the dialog is gone by then. */
  finalFocus?: (() => HTMLElement | null) | undefined;
};

const widths = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl' };

const places = {
  center:
    'left-1/2 top-1/2 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 rounded-xl',
  end: 'inset-y-0 right-0 h-dvh w-full rounded-none border-y-0 border-e-0',
  start: 'inset-y-0 left-0 h-dvh w-72 max-w-[85vw] rounded-none border-y-0 border-s-0',
};

/** A form starts in its first field; a question on its first button, never on the closing cross. */
function firstControl(popup: HTMLElement | null) {
  const order = [
    ':is(input:not([type=hidden]),select,textarea):enabled',
    'footer button',
    'a[href],button:not([data-cross])',
  ];
  return order.map((selector) => popup?.querySelector<HTMLElement>(selector)).find(Boolean) ?? true;
}

/** Modal; Escape closes it and focus returns to where it was. `side` makes it a drawer. */
export function Dialog(props: DialogProps) {
  const {
    open,
    onClose,
    title,
    description,
    children,
    footer,
    size = 'small',
    side = 'center',
    dirty = false,
    finalFocus,
  } = props;
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => (open ? keepFocus : undefined), [open]);
  const [asking, setAsking] = useState(false);
  const close = () => (dirty ? setAsking(true) : onClose());
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : close())}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          ref={popup}
          initialFocus={() => firstControl(popup.current)}
          finalFocus={() => finalFocus?.() ?? true}
          className={clsx(
            'fixed z-50 flex flex-col border border-line bg-raised text-ink shadow-popup outline-none',
            places[side],
            side === 'start' ? null : widths[size],
          )}
        >
          <header className="flex items-start gap-2 px-4 pt-4 pb-2 sm:px-6">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description ? (
                <Base.Description render={<div />} className="mt-1 text-ink-muted">
                  {description}
                </Base.Description>
              ) : null}
            </div>
            <IconButton
              data-cross=""
              label={uiTexts.close}
              icon={<X aria-hidden size={16} />}
              onClick={close}
            />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2 sm:px-6">{children}</div>
          <footer className="flex flex-wrap justify-end gap-2 px-4 pt-2 pb-4 sm:px-6">{footer}</footer>
          <DiscardQuestion
            open={asking}
            onKeep={() => setAsking(false)}
            onDiscard={() => [setAsking(false), onClose()]}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function DiscardQuestion({
  open,
  onKeep,
  onDiscard,
}: {
  open: boolean;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onKeep())}>
      <Base.Portal>
        <Base.Backdrop forceRender className="fixed inset-0 z-60 bg-black/40" />
        <Base.Popup
          initialFocus={keep}
          className={`fixed z-60 max-w-sm border border-line bg-raised p-4 text-ink shadow-popup ${places.center}`}
        >
          <Base.Title className="text-base font-semibold">{uiTexts.discardTitle}</Base.Title>
          <Base.Description className="mt-1 mb-4 text-ink-muted">{uiTexts.discardText}</Base.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onDiscard}>{uiTexts.discard}</Button>
            <Button ref={keep} tone="primary" onClick={onKeep}>
              {uiTexts.keepEditing}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
