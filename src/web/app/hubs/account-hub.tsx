import { useQuery } from '@tanstack/react-query';
import { roles } from '../../../catalog/roles.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { useAccess } from '../../access/use-access.ts';
import { useCan } from '../../access/use-can.tsx';
import { useSession } from '../../access/use-session.ts';
import { PayAccount } from '../../features/invoices/pay-account.tsx';
import { formatMoney, type Money } from '../../lib/format.ts';
import { recordQueries } from '../../records/record-queries.ts';
import { hubTexts } from '../../texts/hubs.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { HubSection } from './hub-section.ts';
import { HubTabs } from './hub-tabs.tsx';

/** The home of people who belong to an organization, a customer or a partner: its account first. */
export function AccountHub({ sections }: { sections: readonly HubSection[] }) {
  const { user } = useSession();
  const id = user.organization_id ?? user.partner_id ?? '';
  const scope = useAccess().resources.organizations?.view_scope;
  // Nobody of them added their own organization.
  const seen = useCan('organizations.view') && scope !== 'created' && id !== '';
  const own = useQuery({ ...recordQueries('organizations').one(id), enabled: seen });
  if (own.error && !own.data) return <LoadFailure error={own.error} onRetry={own.refetch} />;
  if (seen && !own.data) return <Skeleton lines={10} />;
  const account = own.data ?? null;
  return (
    <>
      <HubHeader account={account} />
      <HubTabs sections={sections} account={account} />
    </>
  );
}

/** Whose hub it is, what is owed, and the way to pay it. */
function HubHeader({ account }: { account: Organization | null }) {
  const { home } = roles[useAccess().role];
  const { organization_name } = useSession();
  return (
    <PageHeader
      title={account?.name ?? organization_name ?? home}
      subtitle={account ? <span className="tabular">{`${home} · ${account.number}`}</span> : home}
      actions={
        account ? (
          <>
            <dl className="flex flex-wrap gap-x-6 gap-y-1">
              <Figure label={hubTexts.balance} money={account.account_balance} />
              <Figure label={hubTexts.credit} money={account.credit_balance} />
            </dl>
            <PayAccount row={account} />
          </>
        ) : null
      }
    />
  );
}

function Figure({ label, money }: { label: string; money: Money }) {
  return (
    <div>
      <dt className="text-xs text-ink-muted">{label}</dt>
      <dd className="tabular text-base font-semibold">{formatMoney(money)}</dd>
    </div>
  );
}
