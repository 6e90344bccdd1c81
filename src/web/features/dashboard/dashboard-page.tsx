import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '../../access/load-failure.tsx';
import { IfCan } from '../../access/use-can.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';
import { FigureTile } from './figure-tile.tsx';
import { type CountRow, countOf, kinds } from './organization-counts.ts';
import { OrganizationTable } from './organization-table.tsx';

export function DashboardPage() {
  const query = useQuery(apiQuery('GET /dashboard'));
  if (query.error && !query.data) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return (
    <>
      <PageHeader title={dashboardTexts.title} subtitle={dashboardTexts.subtitle} />
      {query.data ? <Organizations rows={query.data.organizations} /> : <Skeleton lines={6} />}
    </>
  );
}

function Organizations({ rows }: { rows: readonly CountRow[] | null }) {
  if (rows === null) {
    return (
      <Card>
        <EmptyState title={dashboardTexts.hiddenTitle} text={dashboardTexts.hiddenText} />
      </Card>
    );
  }
  if (countOf(rows) === 0) return <NothingYet />;
  return (
    <div className="flex flex-col gap-4">
      <section aria-label={dashboardTexts.organizations} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <FigureTile label={dashboardTexts.all} count={countOf(rows)} filter={{}} />
        {kinds.map((kind) => (
          <FigureTile
            key={kind}
            label={dashboardTexts.activeOf(dashboardTexts.kinds[kind])}
            count={countOf(rows, { kind, status: 'active' })}
            filter={{ kind, status: 'active' }}
          />
        ))}
        <FigureTile
          label={dashboardTexts.statuses.closed}
          count={countOf(rows, { status: 'closed' })}
          filter={{ status: 'closed' }}
        />
      </section>
      <OrganizationTable rows={rows} />
    </div>
  );
}

function NothingYet() {
  const action = (
    <IfCan permission="organizations.create">
      <ButtonLink tone="primary" to="/organizations" search={{ new: '1' }}>
        {dashboardTexts.add}
      </ButtonLink>
    </IfCan>
  );
  return (
    <Card>
      <EmptyState title={dashboardTexts.emptyTitle} text={dashboardTexts.emptyText} action={action} />
    </Card>
  );
}
