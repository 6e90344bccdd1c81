import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import { MoreHorizontal } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { usePopupContainer } from './popup-container.ts';

export type MenuAction = {
  key: string;
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  danger?: boolean;
  /** Shown below the label; the action stays visible but does nothing. */
  disabledReason?: string | undefined;
};

export const menuPopupClass =
  'z-50 max-h-[min(70vh,var(--available-height))] min-w-44 max-w-[min(20rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-popup outline-none';

export const menuItemClass =
  'flex min-h-8 w-full cursor-default items-center gap-2 rounded-md px-2 py-1 text-start outline-none select-none data-[highlighted]:bg-hover';

export type MenuProps = {
  trigger: ReactElement;
  actions: readonly MenuAction[];
  header?: ReactNode;
  label?: string;
};

export function Menu({ trigger, actions, header }: MenuProps) {
  const { container, opening } = usePopupContainer();
  return (
    <Base.Root onOpenChange={opening}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner align="end" sideOffset={4} className="z-50">
          <Base.Popup className={menuPopupClass}>
            {header ? <div className="border-b border-line px-2 pt-1 pb-2 mb-1">{header}</div> : null}
            {actions.map((action) => (
              <MenuItem key={action.key} action={action} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuItem({ action }: { action: MenuAction }) {
  const inert = action.disabledReason !== undefined;
  return (
    <Base.Item
      disabled={inert}
      onClick={inert ? undefined : action.onSelect}
      className={clsx(menuItemClass, action.danger && !inert && 'text-danger', inert && 'text-ink-muted')}
    >
      {action.icon}
      <span className="min-w-0">
        {action.label}
        {inert ? <span className="block text-xs">{action.disabledReason}</span> : null}
      </span>
    </Base.Item>
  );
}

/** The "…" menu at the end of a table row or a page header; nothing at all without actions. */
export function RowMenu({ name, actions }: { name: string; actions: readonly MenuAction[] }) {
  if (actions.length === 0) return null;
  const trigger = (
    <button
      type="button"
      aria-label={uiTexts.rowActions(name)}
      className="inline-flex size-7 items-center justify-center rounded-md text-ink-muted hover:bg-hover hover:text-ink"
    >
      <MoreHorizontal aria-hidden size={16} />
    </button>
  );
  return <Menu trigger={trigger} actions={actions} />;
}
