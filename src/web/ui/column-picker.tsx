import { Menu as Base } from '@base-ui/react/menu';
import { Check, Columns3 } from 'lucide-react';
import { useState } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { buttonClass } from './button.tsx';
import { menuItemClass, menuPopupClass } from './menu.tsx';
import { usePopupContainer } from './popup-container.ts';

/** The columns the reader switched off, kept in this browser per table; `initially` until they choose. */
export function useHiddenColumns(table: string, initially: readonly string[] = []) {
  const key = `ambit.columns.${table}`;
  const [hidden, setHidden] = useState<readonly string[]>(
    () => localStorage.getItem(key)?.split(',').filter(Boolean) ?? initially,
  );
  const toggle = (column: string) => {
    const next = hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column];
    localStorage.setItem(key, next.join(','));
    setHidden(next);
  };
  return { hidden, toggle };
}

export type ColumnPickerProps = {
  columns: readonly { key: string; header: string }[];
  hidden: readonly string[];
  onToggle: (key: string) => void;
};

/** The first column names the row and cannot be switched off. */
export function ColumnPicker({ columns, hidden, onToggle }: ColumnPickerProps) {
  const { container, opening } = usePopupContainer();
  return (
    <Base.Root onOpenChange={opening}>
      <Base.Trigger className={buttonClass('secondary')}>
        <Columns3 aria-hidden size={14} />
        {uiTexts.columns}
      </Base.Trigger>
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
