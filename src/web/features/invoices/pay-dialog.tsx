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

/** Pays one invoice, and others of its organization with it. */
export function PayDialog({ row, onClose }: Props) {
  return <PayLoaded organizationId={row.organization.id} opened={row} onClose={onClose} />;
}

type AccountProps = { organizationId: string; onClose: () => void };

/** Pays what an organization owes: all of it, unless some of it is left out. */
export function PayAccountDialog({ organizationId, onClose }: AccountProps) {
  return <PayLoaded organizationId={organizationId} opened={null} onClose={onClose} />;
}

type LoadedProps = AccountProps & { opened: Invoice | null };

/** Loads what can be paid and with what, then asks. */
function PayLoaded({ organizationId, opened, onClose }: LoadedProps) {
  const query = { organization_id: organizationId, limit: 100 };
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
  const title = opened ? invoiceTexts.paying.title(opened.number) : invoiceTexts.paying.accountTitle;
  if (failed) {
    return (
      <Dialog open onClose={onClose} title={title}>
        <LoadFailure error={failed.error} onRetry={failed.refetch} within />
      </Dialog>
    );
  }
  if (!open.data || methods.isLoading || credits.isLoading) return null;
  const invoices = payableOf(open.data.items, opened);
  if (!isSome(invoices)) {
    return (
      <Dialog open onClose={onClose} title={title}>
        <p>{invoiceTexts.paying.nothingOpen}</p>
      </Dialog>
    );
  }
  const usable = credits.data?.items.filter((credit) => may(credit, 'credits.apply')) ?? [];
  return (
    <PayForm
      title={title}
      payable={{
        invoices,
        opened: opened !== null,
        currency: invoices[0].amount.currency,
        credit: usable.reduce((sum, { remaining }) => sum + remaining.amount, 0),
      }}
      methods={methods.data?.items.filter(({ removed }) => !removed) ?? []}
      onClose={onClose}
    />
  );
}

/** What the reader may pay; the one that was opened first, for the list may hold an older one of it. */
function payableOf(open: readonly Invoice[], opened: Invoice | null): readonly Invoice[] {
  const payable = open.filter((invoice) => may(invoice, 'invoices.pay'));
  if (!opened) return payable;
  const { id } = opened;
  return [payable.find((one) => one.id === id) ?? opened, ...payable.filter((one) => one.id !== id)];
}

function isSome(invoices: readonly Invoice[]): invoices is readonly [Invoice, ...Invoice[]] {
  return invoices.length > 0;
}
