import { useForm } from 'react-hook-form';
import type { Payment } from '../../../contract/payments.ts';
import { useLimit } from '../../access/use-limit.ts';
import { limitWords, withinLimit } from '../../commerce/limit-words.ts';
import { api } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { formatMoney } from '../../lib/format.ts';
import { useIdempotencyKey } from '../../lib/idempotency-key.ts';
import { fromMinor, toMinor } from '../../lib/money-input.ts';
import { queryClient } from '../../lib/query-client.ts';
import { paymentTexts } from '../../texts/payments.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

const says = paymentTexts.refunding;

type Values = { amount: string; reason: string };

export function RefundPayment({ row, onClose }: { row: Payment; onClose: () => void }) {
  const idempotencyKey = useIdempotencyKey();
  const { id, number, method, amount, refunded } = row;
  const left = { amount: amount.amount - refunded.amount, currency: amount.currency };
  const { currency } = left;
  const limit = useLimit('payments.refund', currency);
  const most = limit === null ? left.amount : Math.min(left.amount, limit);
  const form = useForm<Values>({
    defaultValues: { amount: most > 0 ? fromMinor(most, currency) : '', reason: '' },
  });
  const isAmount = (text: string) => {
    const typed = toMinor(text, currency) ?? 0;
    if (typed <= 0 || typed > left.amount) return says.amountWrong(formatMoney(left));
    return withinLimit(typed, limit);
  };
  const send = async (values: Values) => {
    const body = { amount: toMinor(values.amount, currency) ?? 0, reason: values.reason };
    try {
      await api('POST /payments/:id/refund', { params: { id }, body, idempotencyKey });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'access/over-limit') throw error;
      form.setError('amount', { type: 'server', message: messageOf(error) }, { shouldFocus: true });
      return;
    }
    await queryClient.invalidateQueries();
    toast.success(says.done);
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={says.title(number)}
      description={says.text(formatMoney(left), method)}
      submit={says.submit}
    >
      <TextField
        label={says.amountIn(currency)}
        inputMode="decimal"
        autoComplete="off"
        hint={limitWords(limit, currency)}
        {...field(form, 'amount', { required: says.amountMissing, validate: isAmount })}
      />
      <TextField label={says.reason} {...field(form, 'reason', { required: says.reasonMissing })} />
    </FormDialog>
  );
}
