import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { useId } from 'react';

export type SwitchProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  labelHidden?: boolean;
  disabled?: boolean;
};

export function Switch({ label, checked, onChange, labelHidden = false, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-2">
      <BaseSwitch.Root
        aria-labelledby={id}
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled}
        className="relative h-5 w-9 shrink-0 rounded-full border border-line-strong bg-subtle transition-colors data-[checked]:border-accent-solid data-[checked]:bg-accent-solid data-[disabled]:opacity-50"
      >
        <BaseSwitch.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-line-strong transition-transform data-[checked]:translate-x-4 data-[checked]:bg-white" />
      </BaseSwitch.Root>
      <span id={id} className={labelHidden ? 'sr-only' : ''}>
        {label}
      </span>
    </span>
  );
}
