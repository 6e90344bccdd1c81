import { useQuery } from '@tanstack/react-query';
import type { Invoice } from '../../contract/invoices.ts';
import { LoadFailure } from '../access/load-failure.tsx';
import { may } from '../access/may.ts';
import { useCan } from '../access/use-can.tsx';
import { apiQuery } from '../lib/queries.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PayForm } from './pay-form.tsx';

type Rows = readonly [Invoice, ...Invoice[]];

/** One invoice; others can be paid with it. */
export function PayDialog({ row, onClose }: { row: Invoice; onClose: () => void }) {
  return <PaySeveral rows={[row]} onClose={onClose} />;
}

/** Loads what can be paid and with what, then asks; the given invoices of one organization are chosen at first. */
export function PaySeveral({ rows, onClose }: { rows: Rows; onClose: () => void }) {
  const [row] = rows;
  const query = { organization_id: row.organization.id, limit: 100 };
  const open = useQuery(apiQuery('GET /invoices', { query: { ...query, status: 'open', sort: 'due_on' } }));
  const methods = useQuery({
    ...apiQuery('GET /payment-methods', { query }),
    enabled: useCan('payment_methods.view'),
  });
  const credits = useQuery({
    ...apiQuery('GET /credits', { query: { ...query, status: 'open' } }),
    enabled: useCan('credits.apply'),
  });
  const failed = [open, methods, credits].find(({ isLoadingError }) => isLoadingError);
  if (failed) {
    return (
      <Dialog open onClose={onClose} title={invoiceTexts.paying.title(row.number)}>
        <LoadFailure error={failed.error} onRetry={failed.refetch} within />
      </Dialog>
    );
  }
  if (!open.data || methods.isLoading || credits.isLoading) return null;
  const payable = open.data.items.filter((invoice) => may(invoice, 'invoices.pay'));
  const usable = credits.data?.items.filter((credit) => may(credit, 'credits.apply')) ?? [];
  return (
    <PayForm
      payable={{
        invoices: inOrder(rows, payable),
        currency: row.amount.currency,
        credit: usable.reduce((sum, { remaining }) => sum + remaining.amount, 0),
      }}
      chosen={rows.slice(1).map(({ id }) => id)}
      methods={methods.data?.items.filter(({ removed }) => !removed) ?? []}
      onClose={onClose}
    />
  );
}

/** Those that were asked for first, as they are now: a list may hold older ones. */
function inOrder([row, ...also]: Rows, payable: readonly Invoice[]): Rows {
  const fresh = (invoice: Invoice) => payable.find(({ id }) => id === invoice.id) ?? invoice;
  const asked = new Set([row, ...also].map(({ id }) => id));
  return [fresh(row), ...also.map(fresh), ...payable.filter(({ id }) => !asked.has(id))];
}
