import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ColumnPickerProps } from './column-picker.tsx';
import { type MenuProps, menuItemClass, menuPopupClass, type OpenedFrom } from './menu-parts.ts';
import { usePopupContainer } from './popup-container.ts';

type Props = ColumnPickerProps & Pick<MenuProps, 'trigger'> & { from: OpenedFrom };

/** The choice of columns from the moment that it is first opened. */
export function OpenColumnPicker({ columns, hidden, onToggle, trigger, from }: Props) {
  const { container, opening } = usePopupContainer(from);
  return (
    <Base.Root defaultOpen onOpenChange={opening}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner align="end" sideOffset={4} className="z-50">
          <Base.Popup className={menuPopupClass}>
            {columns.slice(1).map((column) => (
              <Base.CheckboxItem
                key={column.key}
                checked={!hidden.includes(column.key)}
                onCheckedChange={() => onToggle(column.key)}
                className={menuItemClass}
              >
                <span className="size-4">
                  <Base.CheckboxItemIndicator>
                    <Check aria-hidden size={16} />
                  </Base.CheckboxItemIndicator>
                </span>
                {column.header}
              </Base.CheckboxItem>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
