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

/** Pays one invoice, and others of its organization with it. */
export function PayDialog({ row, onClose }: { row: Invoice; onClose: () => void }) {
  return <PaySeveral rows={[row]} onClose={onClose} />;
}

/** The given invoices of one organization are chosen at first; others can be paid with them. */
export function PaySeveral({ rows, onClose }: { rows: Rows; onClose: () => void }) {
  return <PayLoaded organizationId={rows[0].organization.id} asked={rows} onClose={onClose} />;
}

type AccountProps = { organizationId: string; onClose: () => void };

/** Pays what an organization owes: all of it, unless some of it is left out. */
export function PayAccountDialog({ organizationId, onClose }: AccountProps) {
  return <PayLoaded organizationId={organizationId} asked={null} onClose={onClose} />;
}

type LoadedProps = AccountProps & { asked: Rows | null };

/** As many invoices as one payment takes. */
const most = 100;

/** Loads what can be paid and with what, then asks. */
function PayLoaded({ organizationId, asked, onClose }: LoadedProps) {
  const query = { organization_id: organizationId, limit: most };
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
  const title =
    asked === null || asked.length > 1
      ? invoiceTexts.paying.titleOfSeveral
      : invoiceTexts.paying.title(asked[0].number);
  if (failed) {
    return (
      <Dialog open onClose={onClose} title={title}>
        <LoadFailure error={failed.error} onRetry={failed.refetch} within />
      </Dialog>
    );
  }
  if (!open.data || methods.isLoading || credits.isLoading) return null;
  const invoices = payableOf(open.data.items, asked);
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
        opened: asked !== null,
        more: open.data.next !== null,
        currency: invoices[0].amount.currency,
        credit: usable.reduce((sum, { remaining }) => sum + remaining.amount, 0),
      }}
      chosen={asked === null ? invoices.map(({ id }) => id) : asked.slice(1).map(({ id }) => id)}
      methods={methods.data?.items.filter(({ removed }) => !removed) ?? []}
      onClose={onClose}
    />
  );
}

/** What the reader may pay; those that were asked for first, as they are now: a list may hold older ones. */
function payableOf(open: readonly Invoice[], asked: Rows | null): readonly Invoice[] {
  const payable = open.filter((invoice) => may(invoice, 'invoices.pay'));
  if (!asked) return payable;
  const ids = new Set(asked.map(({ id }) => id));
  const fresh = asked.map((invoice) => payable.find(({ id }) => id === invoice.id) ?? invoice);
  return [...fresh, ...payable.filter(({ id }) => !ids.has(id))];
}

function isSome(invoices: readonly Invoice[]): invoices is Rows {
  return invoices.length > 0;
}
