import { formatNumber } from '../lib/format.ts';
import { bookingTexts } from '../texts/bookings.ts';
import { TextField, type TextFieldProps } from '../ui/text-field.tsx';

const says = bookingTexts.start;

export type QuantityRange = { unit_name: string; min_quantity: number; max_quantity: number | null };

type QuantityFieldProps = Omit<TextFieldProps, 'label' | 'hint' | 'type' | 'min' | 'max' | 'step'> & {
  /** Of the plan that was chosen. */
  range: QuantityRange | null | undefined;
};

/** How many, in the unit of the plan and within what it allows. */
export function QuantityField({ range, ...field }: QuantityFieldProps) {
  return (
    <TextField
      label={range ? says.quantityOf(range.unit_name) : says.quantity}
      hint={range ? rangeInWords(range) : undefined}
      type="number"
      inputMode="numeric"
      min={range?.min_quantity}
      max={range?.max_quantity ?? undefined}
      step={1}
      {...field}
    />
  );
}

function rangeInWords({ min_quantity, max_quantity }: QuantityRange): string {
  const min = formatNumber(min_quantity);
  return max_quantity === null
    ? says.quantityFrom(min)
    : says.quantityBetween(min, formatNumber(max_quantity));
}

/** What was typed, when it is a whole number. */
export function quantityOf(text: string): number | null {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) : null;
}
