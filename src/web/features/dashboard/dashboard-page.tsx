import { useQuery } from '@tanstack/react-query';
import { type Role, roles } from '../../../catalog/roles.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { useAccess } from '../../access/use-access.ts';
import { IfCan } from '../../access/use-can.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';
import { BlockCard } from './block-card.tsx';
import { MrrTrend } from './mrr-trend.tsx';
import { NextCharges } from './next-charges.tsx';
import type { Dashboard } from './shown.ts';
import { Tiles } from './tiles.tsx';

export function DashboardPage() {
  const query = useQuery(apiQuery('GET /dashboard'));
  const { role } = useAccess();
  if (query.error && !query.data) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return (
    <>
      <PageHeader
        title={dashboardTexts.title}
        subtitle={dashboardTexts.subtitles[roles[role as Role].type]}
      />
      {query.data ? <Blocks dashboard={query.data} /> : <Skeleton lines={6} />}
    </>
  );
}

function Blocks({ dashboard }: { dashboard: Dashboard }) {
  const { blocks } = dashboard;
  if (blocks.length === 0) {
    return (
      <Card>
        <EmptyState title={dashboardTexts.hiddenTitle} text={dashboardTexts.hiddenText} />
      </Card>
    );
  }
  const counted = blocks.flatMap(({ figures }) => figures.map(({ count }) => count));
  if (counted.every((count) => count === 0)) return <NothingYet />;
  return (
    <div className="flex flex-col gap-4">
      <Tiles blocks={blocks} />
      {dashboard.next_charges ? <NextCharges charges={dashboard.next_charges} /> : null}
      {dashboard.mrr_trend ? <MrrTrend months={dashboard.mrr_trend} /> : null}
      {blocks
        .filter((block) => block.drawn !== 'tiles')
        .map((block) => (
          <BlockCard key={block.key} block={block} />
        ))}
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
