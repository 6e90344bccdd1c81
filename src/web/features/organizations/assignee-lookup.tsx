import { type UseFormReturn, useController } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { LookupField, type LookupItem, type LookupPage } from '../../ui/lookup-field.tsx';

export type Assignee = 'account_executive' | 'partner' | 'partner_account_executive';

export type AssigneeValues = Record<`${Assignee}_id`, LookupItem | null>;

export type AssigneeLookupProps = {
  form: UseFormReturn<AssigneeValues>;
  as: Assignee;
  /** Whose people are offered: null as long as that is not known; left out, all whom the reader may choose. */
  partnerId?: string | null;
  /** Offered first, before anything is typed. */
  first?: LookupItem;
  placeholder: string;
  hint?: string | undefined;
  disabled?: boolean;
  onChosen?: () => void;
};

const limit = 50;

/** Chooses one who looks after an account, among all that the reader may assign it to. */
export function AssigneeLookup(props: AssigneeLookupProps) {
  const { form, as, partnerId, first, onChosen, ...shown } = props;
  const chosen = useController({ control: form.control, name: `${as}_id` });
  const search = async (q: string, signal: AbortSignal): Promise<LookupPage> => {
    const { items, more } =
      partnerId === null ? { items: [], more: false } : await offered({ as, q, partnerId }, signal);
    return { items: first && q === '' ? [first, ...items] : items, more };
  };
  return (
    <LookupField
      {...shown}
      label={organizationTexts.fields[as]}
      value={chosen.field.value}
      onChange={(item) => {
        chosen.field.onChange(item);
        onChosen?.();
      }}
      error={chosen.fieldState.error?.message}
      searchKey={`assignees ${as} ${partnerId}`}
      search={search}
      inputRef={chosen.field.ref}
    />
  );
}

type Asked = { as: Assignee; q: string; partnerId: string | undefined };

async function offered({ as, q, partnerId }: Asked, signal: AbortSignal): Promise<LookupPage> {
  const query = { as, limit, ...(q ? { q } : {}), ...(partnerId ? { partner_id: partnerId } : {}) };
  const { items, more } = await api('GET /organizations/assignees', { query, signal });
  return { items: items.map(({ id, name, number }) => ({ id, name, note: number ?? undefined })), more };
}
