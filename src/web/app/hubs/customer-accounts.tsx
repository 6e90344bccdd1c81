import { organizationList } from '../../features/organizations/organization-list.tsx';
import type { List } from '../../records/define-list.ts';
import { ListSection } from '../../records/list-page.tsx';

const first = ['name', 'number', 'partner_account_executive', 'account_balance', 'last_invoice_date'];
const later = ['status', 'email', 'phone', 'country', 'industry', 'account_executive', 'created_at'];

/** The same list, in another order and with other columns at first. */
function arranged(key: string, shown: readonly string[], hidden: readonly string[]): List<'organizations'> {
  const columns = [...shown, ...hidden].flatMap((name) =>
    organizationList.columns.filter((column) => column.key === name),
  );
  return { ...organizationList, key, columns, hiddenAtFirst: hidden };
}

const cohort: List<'organizations'> = {
  ...arranged('customer-accounts', first, later),
  fixed: { kind: 'customer' },
  filters: organizationList.filters.filter(({ name }) => name !== 'kind' && name !== 'partner_id'),
};

/** The customers of the reader's partner, as far as their profile reaches. */
export function CustomerAccounts() {
  return <ListSection list={cohort} />;
}

const book = arranged(
  'book-of-business',
  ['name', 'number', 'partner', 'email', 'phone', 'account_balance', 'last_invoice_date'],
  ['status', 'kind', 'country', 'industry', 'account_executive', 'partner_account_executive', 'created_at'],
);

/** The accounts that an account executive looks after, or all of them. */
export function BookOfBusiness() {
  return <ListSection list={book} />;
}
