import type { UseFormReturn } from 'react-hook-form';
import type { Invoice } from '../../contract/invoices.ts';
import { formatDate, formatMoney } from '../lib/format.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import type { Payable, PayValues } from './pay-values.ts';

const says = invoiceTexts.paying;

type Props = { form: UseFormReturn<PayValues>; payable: Payable };

/** The open invoices of the organization: those that can be paid with one, or all there are. */
export function InvoiceChoice({ form, payable: { invoices, opened } }: Props) {
  const rest = opened ? invoices.slice(1) : invoices;
  const chosen = form.watch('others');
  if (rest.length === 0) return null;
  const toggle = (id: string, on: boolean) =>
    form.setValue('others', on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{opened ? says.together(invoices[0].number) : says.which}</legend>
      <div className="flex max-h-40 flex-col gap-2 overflow-y-auto p-0.5">
        {rest.map((invoice) => (
          <Checkbox
            key={invoice.id}
            label={nameOf(invoice)}
            checked={chosen.includes(invoice.id)}
            onChange={(event) => toggle(invoice.id, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function nameOf({ number, due_on, balance }: Invoice): string {
  return says.due(number, formatDate(due_on), formatMoney(balance));
}
