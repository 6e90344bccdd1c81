import { useQuery } from '@tanstack/react-query';
import type { Invoice } from '../../../contract/invoices.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { may } from '../../access/may.ts';
import { useCan } from '../../access/use-can.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PayForm } from './pay-form.tsx';

type Props = { row: Invoice; onClose: () => void };

/** Loads what can be paid and with what, then asks. */
export function PayDialog({ row, onClose }: Props) {
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
        // A list may hold an older one than the one that was just asked for.
        invoices: [
          payable.find(({ id }) => id === row.id) ?? row,
          ...payable.filter(({ id }) => id !== row.id),
        ],
        currency: row.amount.currency,
        credit: usable.reduce((sum, { remaining }) => sum + remaining.amount, 0),
      }}
      methods={methods.data?.items.filter(({ removed }) => !removed) ?? []}
      onClose={onClose}
    />
  );
}
