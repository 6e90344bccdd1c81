import { useQuery } from '@tanstack/react-query';
import { type UseFormReturn, useController, useForm } from 'react-hook-form';
import { useLimit } from '../../access/use-limit.ts';
import { limitWords, withinLimit } from '../../commerce/limit-words.ts';
import { api } from '../../lib/api.ts';
import { useIdempotencyKey } from '../../lib/idempotency-key.ts';
import { fromMinor, toMinor } from '../../lib/money-input.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { CreateRecord } from '../../records/create-record.tsx';
import { findOrganizations } from '../../records/find-organizations.ts';
import { reload } from '../../records/record-queries.ts';
import { creditTexts } from '../../texts/credits.ts';
import { field } from '../../ui/form.tsx';
import { LookupField, type LookupItem } from '../../ui/lookup-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const says = creditTexts.issuing;
const words = creditTexts.fields;

type Values = { organization_id: LookupItem | null; amount: string; reason: string };
type IssueForm = UseFormReturn<Values>;

/** A link may bring the organization that gets it. */
export function IssueCredit({ onClose }: { onClose: () => void }) {
  const { search } = useUrlSearch();
  const id = search.organization_id ?? '';
  const linked = useQuery({
    ...apiQuery('GET /organizations/:id', { params: { id } }),
    enabled: id !== '',
  });
  // The form takes its first values once: wait for the name.
  if (linked.isLoading) return null;
  const organization = linked.data ? { id, name: linked.data.name } : null;
  return <IssueForm organization={organization} onClose={onClose} />;
}

function IssueForm({ organization, onClose }: { organization: LookupItem | null; onClose: () => void }) {
  const idempotencyKey = useIdempotencyKey();
  const form = useForm<Values>({ defaultValues: { organization_id: organization, amount: '', reason: '' } });
  const currency = useCurrency(form);
  const add = async ({ organization_id, amount, reason }: Values) => {
    const body = {
      organization_id: organization_id?.id ?? '',
      amount: toMinor(amount, currency) ?? 0,
      reason,
    };
    const credit = await api('POST /credits', { body, idempotencyKey });
    await reload('organizations');
    return credit;
  };
  return (
    <CreateRecord
      resource="credits"
      form={form}
      add={add}
      description={says.text}
      submit={creditTexts.issue}
      onClose={onClose}
    >
      <OrganizationField form={form} />
      <AmountField form={form} currency={currency} />
      <ReasonField form={form} />
    </CreateRecord>
  );
}

/** A component like those above it: a form focuses the first error in the order in which its fields were drawn. */
function ReasonField({ form }: { form: IssueForm }) {
  return (
    <TextField
      label={words.reason}
      hint={says.reasonHint}
      {...field(form, 'reason', { required: says.reasonMissing })}
    />
  );
}

/** Of the organization that was chosen; empty until then. */
function useCurrency(form: IssueForm): string {
  const id = form.watch('organization_id')?.id ?? '';
  const chosen = useQuery({
    ...apiQuery('GET /organizations/:id', { params: { id } }),
    enabled: id !== '',
  });
  return chosen.data?.currency ?? '';
}

function OrganizationField({ form }: { form: IssueForm }) {
  const chosen = useController({
    control: form.control,
    name: 'organization_id',
    rules: { validate: (item) => item !== null || says.organizationMissing },
  });
  return (
    <LookupField
      label={words.organization}
      value={chosen.field.value}
      onChange={chosen.field.onChange}
      error={chosen.fieldState.error?.message}
      searchKey="organizations"
      search={findOrganizations}
      placeholder={says.organizationSearch}
      inputRef={chosen.field.ref}
    />
  );
}

function AmountField({ form, currency }: { form: IssueForm; currency: string }) {
  const limit = useLimit('credits.issue', currency);
  const isAmount = (text: string) => {
    if (currency === '') return true;
    const typed = toMinor(text, currency) ?? 0;
    return typed > 0 ? withinLimit(typed, limit) : says.amountWrong(fromMinor(5000, currency));
  };
  return (
    <TextField
      label={currency === '' ? words.amount : says.amountIn(currency)}
      inputMode="decimal"
      autoComplete="off"
      hint={currency === '' ? undefined : limitWords(limit, currency)}
      {...field(form, 'amount', { required: says.amountMissing, validate: isAmount })}
    />
  );
}
