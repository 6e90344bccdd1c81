import { useEffect, useRef } from 'react';
import { Checkbox } from './checkbox.tsx';
import { useDisabledReason } from './disabled-reason.tsx';

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
  const reason = useDisabledReason(disabledReason);
  const inert = disabledReason !== undefined;
  return (
    <>
      <Checkbox
        ref={box}
        label={label}
        labelHidden
        title={label}
        checked={checked}
        className={inert ? 'opacity-50' : ''}
        // In reach of the keyboard all the same, which is told why.
        {...reason.props}
        onClick={inert ? reason.show : undefined}
        onChange={(event) => (inert ? undefined : onChange(event.target.checked))}
      />
      {reason.tip}
    </>
  );
}
