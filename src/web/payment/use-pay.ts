import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Payment } from '../../contract/payments.ts';
import { useCan } from '../access/use-can.tsx';
import { api, type Output } from '../lib/api.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { formatMoney } from '../lib/format.ts';
import { newIdempotencyKey } from '../lib/idempotency-key.ts';
import { toMinor } from '../lib/money-input.ts';
import { queryClient } from '../lib/query-client.ts';
import { useLeft } from '../lib/use-left.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';
import { creditAlone, newMethod } from './chosen-method.ts';
import { secretFields } from './method-entry.ts';
import { chosenInvoices, type Payable, type PayValues, sumsOf } from './pay-values.ts';
import { settled } from './settled.ts';
import { useAddMethod } from './use-add-method.ts';

const says = invoiceTexts.paying;

type Paid = Output<'POST /invoices/pay'>;

/** A payment that failed, and the credit that went before it and is free again. */
export type Failure = { payment: Payment; credit: Paid['credit_applied'] };

type Paying = { form: UseFormReturn<PayValues>; payable: Payable; onPaid: () => void };

/** Adds the method where it is new, pays, and waits for how it ends. */
export function usePay({ form, payable, onPaid }: Paying) {
  const [key, setKey] = useState(newIdempotencyKey);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [underWay, setUnderWay] = useState<Payment | null>(null);
  const methodOf = useMethodOf(form, payable);
  const opensPayments = useCan('payments.view');
  const left = useLeft();
  const pay = async (values: PayValues) => {
    setFailure(null);
    const body = bodyOf({ ...values, payment_method_id: await methodOf(values) }, payable);
    const { payment, credit_applied } = await send(body, key);
    const known = payment && (await settled(payment, body.invoice_ids, opensPayments));
    await queryClient.invalidateQueries();
    if (known?.status === 'failed') {
      // The next one is another attempt.
      setKey(newIdempotencyKey());
      // What was declined is not charged again unless it is chosen again.
      if (known.failure?.code !== 'gateway_unavailable') form.setValue('payment_method_id', '');
      if (left.current) toast.failure(says.failed(formatMoney(known.amount), known.method));
      setFailure({ payment: known, credit: credit_applied });
    } else if (known?.status === 'pending') {
      setUnderWay(known);
    } else {
      toast.success(
        known ? says.done(formatMoney(known.amount)) : says.doneWithCredit(formatMoney(credit_applied)),
      );
      onPaid();
    }
  };
  const payAndTell = (values: PayValues) =>
    pay(values).catch((error: unknown) => {
      if (!left.current) throw error;
      toast.failure(messageOf(error));
    });
  return { pay: payAndTell, failure, underWay };
}

/** The method to charge, added first where it was typed in. Its number is forgotten with that. */
function useMethodOf(form: UseFormReturn<PayValues>, { invoices: [invoice] }: Payable) {
  const addMethod = useAddMethod();
  return async ({ payment_method_id: chosen, ...values }: PayValues): Promise<string> => {
    if (chosen !== newMethod) return chosen;
    const { kind, number, expiry, code, routing, account, iban, holder } = values;
    const entry = { kind, number, expiry, code, routing, account, iban, holder };
    const { id } = await addMethod({ organizationId: invoice.organization.id, entry });
    await queryClient.invalidateQueries({ queryKey: ['payment-methods'] });
    for (const name of secretFields) form.setValue(name, '');
    form.setValue('payment_method_id', id);
    return id;
  };
}

function bodyOf(values: PayValues, payable: Payable) {
  const { rest } = sumsOf(payable, values);
  const charges = rest > 0 && values.payment_method_id !== creditAlone;
  return {
    invoice_ids: chosenInvoices(payable, values).map(({ id }) => id),
    use_credit: values.use_credit,
    payment_method_id: charges ? values.payment_method_id : null,
    amount: charges && values.amount.trim() !== '' ? toMinor(values.amount, payable.currency) : null,
  };
}

async function send(body: ReturnType<typeof bodyOf>, idempotencyKey: string): Promise<Paid> {
  try {
    return await api('POST /invoices/pay', { body, idempotencyKey });
  } catch (error) {
    await queryClient.invalidateQueries();
    // An earlier try got through, though its answer was lost, and was changed since.
    if (error instanceof ApiProblem && error.code === 'idempotency/key-reused') throw new Error(says.arrived);
    throw error;
  }
}
