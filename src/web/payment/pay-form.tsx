import { useForm } from 'react-hook-form';
import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { useCan } from '../access/use-can.tsx';
import { formatMoney } from '../lib/format.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { Alert } from '../ui/alert.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { firstChoice } from './chosen-method.ts';
import { noEntry } from './method-entry.ts';
import { PayFailure } from './pay-failure.tsx';
import { PayFields } from './pay-fields.tsx';
import { chargeOf, type Payable, type PayValues, sumsOf } from './pay-values.ts';
import { UnderWay } from './payment-under-way.tsx';
import { usePay } from './use-pay.ts';

const says = invoiceTexts.paying;

type Props = {
  title: string;
  payable: Payable;
  /** Ids of those that are paid with the first one, unless the payer says otherwise. */
  chosen: readonly string[];
  methods: readonly PaymentMethod[];
  onClose: () => void;
};

export function PayForm({ title, payable, chosen, methods, onClose }: Props) {
  const mayAdd = useCan('payment_methods.add');
  const form = useForm<PayValues>({
    defaultValues: {
      ...noEntry,
      others: chosen,
      use_credit: payable.credit > 0,
      payment_method_id: firstChoice(methods, mayAdd),
      amount: '',
    },
  });
  const values = form.watch();
  const sums = sumsOf(payable, values);
  const { pay, failure, underWay } = usePay({ form, payable, onPaid: onClose });
  const [invoice] = payable.invoices;
  if (underWay) return <UnderWay payment={underWay} onClose={onClose} />;
  const { currency } = payable;
  const charge = chargeOf(values, sums, currency);
  const amount = formatMoney({ amount: charge ?? sums.rest, currency });
  const tryAnother = () => {
    form.setValue('payment_method_id', '');
    form.setFocus('payment_method_id');
  };
  const noWay = sums.rest > 0 && sums.credit === 0 && methods.length === 0 && !mayAdd;
  return (
    <FormDialog
      form={form}
      onSubmit={pay}
      onClose={onClose}
      title={title}
      description={invoice.organization.name}
      size="medium"
      submit={
        charge === 0 && sums.credit > 0
          ? says.withCredit(formatMoney({ amount: sums.credit, currency }))
          : says.submit(amount)
      }
      disabledReason={sums.owed === 0 ? says.noneChosen : noWay ? says.noWay : undefined}
    >
      {failure ? (
        <PayFailure failure={failure} onTryAnother={sums.rest > 0 ? tryAnother : undefined} />
      ) : null}
      {payable.more ? <Alert tone="info">{says.moreOpen(payable.invoices.length)}</Alert> : null}
      {noWay ? <Alert tone="warning">{says.noWay}</Alert> : null}
      <PayFields form={form} payable={payable} methods={methods} mayAdd={mayAdd} sums={sums} />
      <p role="status" className="text-ink-muted empty:hidden">
        {form.formState.isSubmitting ? says.waiting : null}
      </p>
    </FormDialog>
  );
}
