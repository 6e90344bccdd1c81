import { Columns3 } from 'lucide-react';
import { uiTexts } from '../texts/ui.ts';
import { buttonClass } from './button.tsx';
import { useFirstOpened } from './first-opened.tsx';

export type ColumnPickerProps = {
  columns: readonly { key: string; header: string }[];
  hidden: readonly string[];
  onToggle: (key: string) => void;
};

const load = () => import('./open-column-picker.tsx').then((module) => module.OpenColumnPicker);

const trigger = (
  <button type="button" className={buttonClass('secondary')}>
    <Columns3 aria-hidden size={14} />
    {uiTexts.columns}
  </button>
);

/** The first column names the row and cannot be switched off. */
export function ColumnPicker(props: ColumnPickerProps) {
  const { opened, resting } = useFirstOpened(load);
  return opened ? <opened.Popup {...props} trigger={trigger} from={opened.from} /> : resting(trigger);
}
