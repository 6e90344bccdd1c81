import { useQuery } from '@tanstack/react-query';
import { StartOrganization } from '../../bookings/start-organization.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { linkItem } from './case-values.ts';
import { CreateCase } from './create-case.tsx';

/** A link may bring the organization and what the case is about. */
export function NewCase({ onClose }: { onClose: () => void }) {
  const { search } = useUrlSearch();
  const { invoice_id = '', subscription_id = '' } = search;
  const invoice = useQuery({
    ...apiQuery('GET /invoices/:id', { params: { id: invoice_id } }),
    enabled: invoice_id !== '',
  });
  const subscription = useQuery({
    ...apiQuery('GET /subscriptions/:id', { params: { id: subscription_id } }),
    enabled: subscription_id !== '',
  });
  // The form takes its first values once: wait for them.
  if (invoice.isLoading || subscription.isLoading) return null;
  const link =
    (invoice.data && linkItem('invoices', invoice.data)) ??
    (subscription.data && linkItem('subscriptions', subscription.data)) ??
    null;
  return (
    <StartOrganization>
      {(organization, fixed) => (
        <CreateCase organization={organization} fixed={fixed} link={link} onClose={onClose} />
      )}
    </StartOrganization>
  );
}
