import { useEffect, useRef } from 'react';
import { Checkbox } from './checkbox.tsx';

/** A box to tick in a table: what it chooses, and why it can not be ticked now. */
export type Tick = {
  label: string;
  checked: boolean;
  /** Some of what it stands for is chosen. */
  mixed?: boolean;
  disabledReason?: string | undefined;
  onChange: (on: boolean) => void;
};

/** How rows of a table are chosen; a row without a tick can not be. */
export type Selection<Row> = { all: Tick; of: (row: Row) => Tick | null };

export function SelectAllCell({ tick }: { tick: Tick }) {
  return (
    <th scope="col" data-select="">
      <TickBox tick={tick} />
    </th>
  );
}

export function SelectCell({ tick }: { tick: Tick | null }) {
  return <td data-select="">{tick ? <TickBox tick={tick} /> : null}</td>;
}

function TickBox({ tick: { label, checked, mixed = false, disabledReason, onChange } }: { tick: Tick }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <Checkbox
      ref={box}
      label={disabledReason ? `${label} (${disabledReason})` : label}
      labelHidden
      title={disabledReason ?? label}
      checked={checked}
      // In reach of the keyboard all the same, which is told why.
      aria-disabled={disabledReason === undefined ? undefined : true}
      className={disabledReason === undefined ? '' : 'opacity-50'}
      onChange={(event) => (disabledReason === undefined ? onChange(event.target.checked) : undefined)}
    />
  );
}
