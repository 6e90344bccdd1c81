import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import {
  type MenuAction,
  type MenuProps,
  menuItemClass,
  menuPopupClass,
  type OpenedFrom,
} from './menu-parts.ts';
import { usePopupContainer } from './popup-container.ts';

/** A menu from the moment that it is first opened. */
export function OpenMenu({ trigger, actions, header, from }: MenuProps & { from: OpenedFrom }) {
  const { container, opening } = usePopupContainer(from);
  return (
    <Base.Root defaultOpen onOpenChange={opening}>
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
