import { roles } from '../../catalog/roles.ts';
import { useAccess } from '../access/use-access.ts';
import { useSession } from '../access/use-session.ts';
import type { FilterControlProps } from '../records/define-list.ts';
import { RecordFilter } from '../records/list-filters.tsx';
import { hubTexts } from '../texts/hubs.ts';
import { FilterSelect } from '../ui/filter-bar.tsx';

type Props = FilterControlProps & { of: 'csr' | 'partner' };

/** Narrows to what the reader looks after, for those who can see more; or to whom a link brought. */
function ExecutiveFilter({ of, ...control }: Props) {
  const { id } = useSession().user;
  const { role, resources } = useAccess();
  // Whoever sees no more than what is theirs has nothing to narrow.
  const mine = roles[role].type === of && resources.organizations?.view_scope === 'all';
  if (mine && (control.value === '' || control.value === id)) {
    return (
      <FilterSelect
        {...control}
        label={hubTexts.lookedAfterBy}
        options={[{ value: id, label: hubTexts.me }]}
      />
    );
  }
  if (control.value === '') return null;
  return (
    <RecordFilter resource="users" label={control.label} id={control.value} onChange={control.onChange} />
  );
}

export function AccountExecutiveFilter(props: FilterControlProps) {
  return <ExecutiveFilter {...props} of="csr" />;
}

export function PartnerExecutiveFilter(props: FilterControlProps) {
  return <ExecutiveFilter {...props} of="partner" />;
}
