import { type ComponentType, lazy, useId } from 'react';
import type { Permission } from '../../../catalog/catalog.ts';
import type { Invoice } from '../../../contract/invoices.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { may } from '../../access/may.ts';
import { invoiceActions } from '../../features/invoices/invoice-actions.ts';
import {
  creditColumns,
  invoiceColumns,
  paymentColumns,
} from '../../features/organizations/commerce-columns.tsx';
import { apiUrl } from '../../lib/api.ts';
import type { RecordAction } from '../../records/record-actions.tsx';
import { wordsOf } from '../../records/record-names.ts';
import type { RowOf } from '../../records/record-queries.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { hubTexts } from '../../texts/hubs.ts';
import type { Column } from '../../ui/data-table.tsx';
import { linkClass } from '../../ui/text-link.tsx';
import { nothing } from './nothing.ts';

type Props = { account: Organization };

const load = () => import('./further-lists.tsx');

/** A list below the summary of an account. */
export type AccountList = {
  key: string;
  label: string;
  permission: Permission;
  /** Only for customers, or only for partners. */
  only?: Organization['kind'];
  content: ComponentType<Props>;
};

function Pdf({ row }: { row: Invoice }) {
  if (!may(row, 'invoices.download')) return null;
  const href = apiUrl('GET /invoices/:id/pdf', { params: { id: row.id } });
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className={linkClass}
      aria-label={hubTexts.pdfOf(row.number)}
    >
      {hubTexts.pdf}
    </a>
  );
}

const withPdf: readonly Column<Invoice>[] = [
  ...invoiceColumns,
  { key: 'pdf', header: hubTexts.pdf, cell: (row) => <Pdf row={row} /> },
];

export function OutstandingInvoices({ account }: Props) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <RelatedList
        resource="invoices"
        label={hubTexts.outstanding}
        title={
          <h2 id={titleId} className="me-auto text-base font-semibold">
            {hubTexts.outstanding}
          </h2>
        }
        filters={{ organization_id: account.id, status: 'open' }}
        sort="due_on"
        columns={withPdf}
        rowActions={invoiceActions}
        empty={{ title: hubTexts.outstandingEmptyTitle, text: hubTexts.outstandingEmptyText }}
      />
    </section>
  );
}

/** What belongs to the account, the newest first. */
function listOf<R extends 'invoices' | 'payments' | 'credits'>(
  resource: R,
  columns: readonly Column<RowOf<R>>[],
  label = wordsOf(resource).many,
  rowActions: readonly RecordAction<R>[] = [],
): AccountList {
  return {
    key: resource,
    label,
    permission: `${resource}.view`,
    content: ({ account }) => (
      <RelatedList
        resource={resource}
        label={label}
        filters={{ organization_id: account.id }}
        sort="-created_at"
        columns={columns}
        rowActions={rowActions}
        empty={nothing(resource)}
      />
    ),
  };
}

export const accountLists: readonly AccountList[] = [
  listOf('invoices', withPdf, hubTexts.history, invoiceActions),
  listOf('payments', paymentColumns),
  listOf('credits', creditColumns),
  {
    key: 'payment_methods',
    label: wordsOf('payment_methods').many,
    permission: 'payment_methods.view',
    content: lazy(() => load().then(({ PaymentMethods }) => ({ default: PaymentMethods }))),
  },
  {
    key: 'contacts',
    label: wordsOf('contacts').many,
    permission: 'contacts.view',
    content: lazy(() => load().then(({ Contacts }) => ({ default: Contacts }))),
  },
  {
    key: 'colleagues',
    label: hubTexts.colleagues,
    permission: 'users.view',
    only: 'customer',
    content: lazy(() => load().then(({ Colleagues }) => ({ default: Colleagues }))),
  },
];
