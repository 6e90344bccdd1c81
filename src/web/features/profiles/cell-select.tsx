import clsx from 'clsx';
import { controlClass } from '../../ui/field.tsx';

type CellSelectProps<Value extends string> = {
  /** Row and column: "Organizations, access". */
  label: string;
  value: Value;
  values: readonly Value[];
  words: Readonly<Record<Value, string>>;
  changed: boolean;
  readOnly: boolean;
  onChange: (value: Value, control: HTMLSelectElement) => void;
};

/** A native select in a table cell; plain text where nothing can be chosen. */
export function CellSelect<Value extends string>(props: CellSelectProps<Value>) {
  const { label, value, values, words, changed, readOnly, onChange } = props;
  if (readOnly) return <span>{words[value]}</span>;
  const offered = values.includes(value) ? values : [value, ...values];
  const choose = (control: HTMLSelectElement) => {
    const next = offered.find((each) => each === control.value);
    if (next) onChange(next, control);
  };
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => choose(event.currentTarget)}
      className={clsx(controlClass, changed && 'border-accent bg-accent-soft')}
    >
      {offered.map((each) => (
        <option key={each} value={each}>
          {words[each]}
        </option>
      ))}
    </select>
  );
}
