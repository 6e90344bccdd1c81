import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Plan, Product } from '../../../contract/products.ts';
import { ListStates } from '../../access/list-states.tsx';
import { may } from '../../access/may.ts';
import { useAccess } from '../../access/use-access.ts';
import { apiQuery } from '../../lib/queries.ts';
import { planTexts } from '../../texts/products.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { planColumns } from './plan-columns.tsx';

const AddPlan = lazy(() => import('./add-plan.tsx').then((module) => ({ default: module.AddPlan })));
const EditPlan = lazy(() => import('./edit-plan.tsx').then((module) => ({ default: module.EditPlan })));

/** The plans of a product in their newest version, by rank. */
export function PlansTab({ row }: { row: Product }) {
  const query = useQuery(apiQuery('GET /products/plans', { query: { product_id: row.id } }));
  const plans = query.data?.items ?? [];
  const [open, setOpen] = useState<Plan | 'new' | null>(null);
  const { role } = useAccess();
  const edits = may(row, 'products.edit');
  const rowActions = (plan: Plan) => [{ key: 'edit', label: planTexts.edit, onSelect: () => setOpen(plan) }];
  const close = () => setOpen(null);
  return (
    <>
      {edits ? (
        <div className="mb-3 flex justify-end">
          <Button onClick={() => setOpen('new')}>{planTexts.add}</Button>
        </div>
      ) : null}
      <Card flush>
        <ListStates
          query={query}
          count={plans.length}
          empty={<EmptyState title={planTexts.emptyTitle} text={planTexts.emptyText} />}
        >
          <DataTable
            label={planTexts.list}
            columns={planColumns(role)}
            rows={plans}
            rowKey={(plan) => plan.id}
            rowName={(plan) => plan.name}
            {...(edits ? { rowActions } : {})}
          />
        </ListStates>
      </Card>
      <Suspense fallback={null}>
        {open === 'new' ? (
          <AddPlan product={row} currency={plans[0]?.currency ?? ''} onClose={close} />
        ) : null}
        {open && open !== 'new' ? <EditPlan plan={open} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
