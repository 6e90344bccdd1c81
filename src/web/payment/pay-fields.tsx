import type { UseFormReturn } from 'react-hook-form';
import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { formatMoney } from '../lib/format.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { DescriptionList } from '../ui/description-list.tsx';
import { field } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { creditAlone, newMethod } from './chosen-method.ts';
import { EntryFields } from './entry-fields.tsx';
import { InvoiceChoice } from './invoice-choice.tsx';
import { MethodChoice } from './method-choice.tsx';
import { chargeOf, checkAmount, type Payable, type PaySums, type PayValues } from './pay-values.ts';

const says = invoiceTexts.paying;

type Props = {
  form: UseFormReturn<PayValues>;
  payable: Payable;
  methods: readonly PaymentMethod[];
  mayAdd: boolean;
  sums: PaySums;
};

export function PayFields({ form, payable, methods, mayAdd, sums }: Props) {
  const { currency, credit } = payable;
  const chosen = form.watch('payment_method_id');
  const someWay = methods.length > 0 || mayAdd || sums.credit > 0;
  return (
    <>
      <InvoiceChoice form={form} payable={payable} />
      {credit > 0 ? (
        <Checkbox
          label={says.creditFirst(formatMoney({ amount: credit, currency }))}
          {...field(form, 'use_credit')}
        />
      ) : null}
      <Sums sums={sums} currency={currency} />
      {sums.rest > 0 && someWay ? (
        <>
          {chosen === creditAlone ? null : <AmountField form={form} sums={sums} currency={currency} />}
          <MethodChoice
            methods={methods}
            mayAdd={mayAdd}
            mayWait={sums.credit > 0}
            {...field(form, 'payment_method_id', { required: says.methodMissing })}
            value={chosen}
          />
          {chosen === newMethod ? (
            <EntryFields kind={form.watch('kind')} bind={(name, rules) => field(form, name, rules)} />
          ) : null}
        </>
      ) : null}
    </>
  );
}

type AmountProps = Pick<Props, 'form' | 'sums'> & { currency: string };

function AmountField({ form, sums, currency }: AmountProps) {
  const more = (chargeOf(form.watch(), sums, currency) ?? 0) - sums.rest;
  return (
    <TextField
      label={says.amountIn(currency)}
      optional
      inputMode="decimal"
      autoComplete="off"
      hint={more > 0 ? says.tooMuch(formatMoney({ amount: more, currency })) : says.amountHint}
      {...field(form, 'amount', { validate: (text) => checkAmount(text, sums, currency, says.amountWrong) })}
    />
  );
}

function Sums({ sums, currency }: { sums: PaySums; currency: string }) {
  const shown = (amount: number) => <span className="tabular">{formatMoney({ amount, currency })}</span>;
  const facts = [
    { label: says.owed, value: shown(sums.owed) },
    ...(sums.credit > 0
      ? [
          { label: says.credit, value: shown(-sums.credit) },
          { label: says.rest, value: shown(sums.rest) },
        ]
      : []),
  ];
  return <DescriptionList facts={facts} columns={3} />;
}
