import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Credit } from '../../../contract/credits.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { api } from '../../lib/api.ts';
import { formatDate, formatMoney } from '../../lib/format.ts';
import { useIdempotencyKey } from '../../lib/idempotency-key.ts';
import { fromMinor, toMinor } from '../../lib/money-input.ts';
import { apiQuery } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { creditTexts } from '../../texts/credits.ts';
import { Alert } from '../../ui/alert.tsx';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

const says = creditTexts.applying;
const most = 100;

type Values = { invoice_id: string; amount: string };

/** Open invoices that it can be put to, the one due first on top. */
function useOpenInvoices({ organization, remaining }: Credit) {
  const query = { organization_id: organization.id, status: 'open', sort: 'due_on', limit: most } as const;
  const invoices = useQuery(apiQuery('GET /invoices', { query }));
  const fitting = (invoices.data?.items ?? []).filter(
    ({ balance }) => balance.currency === remaining.currency,
  );
  const options = fitting.map(({ id, number, due_on, balance }) => ({
    value: id,
    label: says.option(number, formatDate(due_on), formatMoney(balance)),
  }));
  return { ...invoices, options, more: Boolean(invoices.data?.next) };
}

export function ApplyCredit({ row, onClose }: { row: Credit; onClose: () => void }) {
  const idempotencyKey = useIdempotencyKey();
  const invoices = useOpenInvoices(row);
  const form = useForm<Values>({ defaultValues: { invoice_id: '', amount: '' } });
  const none = invoices.isSuccess && invoices.options.length === 0;
  const send = async ({ invoice_id, amount }: Values) => {
    const body = { invoice_id, amount: amount.trim() ? toMinor(amount, row.remaining.currency) : null };
    await api('POST /credits/:id/apply', { params: { id: row.id }, body, idempotencyKey });
    // The invoice, its organization's balances and this credit.
    await queryClient.invalidateQueries();
    toast.success(says.done(row.number));
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={says.title(row.number)}
      description={says.text(formatMoney(row.remaining))}
      submit={says.submit}
      disabledReason={none ? says.none : undefined}
    >
      {invoices.isPending ? <Skeleton lines={2} /> : null}
      {invoices.error ? <LoadFailure within error={invoices.error} onRetry={invoices.refetch} /> : null}
      {none ? <Alert tone="warning">{says.none}</Alert> : null}
      {invoices.options.length > 0 ? <ApplyFields form={form} row={row} invoices={invoices} /> : null}
    </FormDialog>
  );
}

type ApplyFieldsProps = {
  form: ReturnType<typeof useForm<Values>>;
  row: Credit;
  invoices: Pick<ReturnType<typeof useOpenInvoices>, 'options' | 'more'>;
};

function ApplyFields({ form, row, invoices }: ApplyFieldsProps) {
  const { currency } = row.remaining;
  const isAmount = (text: string) =>
    text.trim() === '' ||
    (toMinor(text, currency) ?? 0) > 0 ||
    creditTexts.issuing.amountWrong(fromMinor(row.remaining.amount, currency));
  return (
    <>
      <SelectField
        label={says.invoice}
        placeholder={says.choose}
        options={invoices.options}
        hint={invoices.more ? says.more : undefined}
        {...field(form, 'invoice_id', { required: says.invoiceMissing })}
      />
      <TextField
        label={creditTexts.issuing.amountIn(currency)}
        optional
        inputMode="decimal"
        autoComplete="off"
        hint={says.amountHint}
        {...field(form, 'amount', { validate: isAmount })}
      />
    </>
  );
}
