import { type FieldValues, type UseFormReturn, useController } from 'react-hook-form';
import { useCan } from '../../access/use-can.tsx';
import { api } from '../../lib/api.ts';
import { caseTexts } from '../../texts/cases.ts';
import { LookupField, type LookupItem, type LookupPage } from '../../ui/lookup-field.tsx';
import { linkItem } from './case-values.ts';

const says = caseTexts.form;
const limit = 10;

type Props<Values extends FieldValues> = { form: UseFormReturn<Values>; organizationId: string };

/** What the case is about, among the invoices and subscriptions of its organization that the reader may view. */
export function LinkField<Values extends { link: LookupItem | null }>({
  form,
  organizationId,
}: Props<Values>) {
  const invoices = useCan('invoices.view');
  const subscriptions = useCan('subscriptions.view');
  const narrow = form as unknown as UseFormReturn<{ link: LookupItem | null }>;
  const chosen = useController({ control: narrow.control, name: 'link' });
  if (!invoices && !subscriptions) return null;
  const search = async (q: string, signal: AbortSignal): Promise<LookupPage> => {
    const query = { ...(q ? { q } : {}), organization_id: organizationId, limit };
    const none = { items: [], next: null };
    const [bills, services] = await Promise.all([
      invoices ? api('GET /invoices', { query, signal }) : none,
      subscriptions ? api('GET /subscriptions', { query, signal }) : none,
    ]);
    return {
      items: [
        ...services.items.map((row) => linkItem('subscriptions', row)),
        ...bills.items.map((row) => linkItem('invoices', row)),
      ],
      more: services.next !== null || bills.next !== null,
    };
  };
  return (
    <LookupField
      label={caseTexts.fields.link}
      optional
      hint={says.linkHint}
      value={chosen.field.value}
      onChange={chosen.field.onChange}
      error={chosen.fieldState.error?.message}
      searchKey={`about ${organizationId}`}
      search={search}
      placeholder={says.linkSearch}
      inputRef={chosen.field.ref}
    />
  );
}
