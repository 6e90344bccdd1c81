import { type ComponentType, useId } from 'react';
import type { Permission } from '../../../catalog/catalog.ts';
import type { Invoice } from '../../../contract/invoices.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { may } from '../../access/may.ts';
import { IfCan } from '../../access/use-can.tsx';
import { contactActions } from '../../features/contacts/contact-actions.ts';
import { invoiceActions } from '../../features/invoices/invoice-actions.ts';
import {
  creditColumns,
  invoiceColumns,
  methodColumns,
  paymentColumns,
} from '../../features/organizations/commerce-columns.tsx';
import { OrganizationContactsTab } from '../../features/organizations/organization-contacts-tab.tsx';
import { methodActions } from '../../features/payment-methods/method-actions.ts';
import { userList } from '../../features/users/user-list.tsx';
import { apiUrl } from '../../lib/api.ts';
import { wordsOf } from '../../records/record-names.ts';
import type { Listed } from '../../records/record-queries.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { hubTexts } from '../../texts/hubs.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ButtonLink, linkClass } from '../../ui/text-link.tsx';

type Props = { account: Organization };

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

function nothing(resource: Listed) {
  const many = wordsOf(resource).many.toLowerCase();
  return { title: hubTexts.nothingOf(many), text: hubTexts.nothingOfText(many) };
}

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

export const accountLists: readonly AccountList[] = [
  {
    key: 'invoices',
    label: hubTexts.history,
    permission: 'invoices.view',
    content: ({ account }) => (
      <RelatedList
        resource="invoices"
        label={hubTexts.history}
        filters={{ organization_id: account.id }}
        sort="-created_at"
        columns={withPdf}
        rowActions={invoiceActions}
        empty={nothing('invoices')}
      />
    ),
  },
  {
    key: 'payments',
    label: wordsOf('payments').many,
    permission: 'payments.view',
    content: ({ account }) => (
      <RelatedList
        resource="payments"
        label={wordsOf('payments').many}
        filters={{ organization_id: account.id }}
        sort="-created_at"
        columns={paymentColumns}
        empty={nothing('payments')}
      />
    ),
  },
  {
    key: 'credits',
    label: wordsOf('credits').many,
    permission: 'credits.view',
    content: ({ account }) => (
      <RelatedList
        resource="credits"
        label={wordsOf('credits').many}
        filters={{ organization_id: account.id }}
        sort="-created_at"
        columns={creditColumns}
        empty={nothing('credits')}
      />
    ),
  },
  {
    key: 'payment_methods',
    label: wordsOf('payment_methods').many,
    permission: 'payment_methods.view',
    content: PaymentMethods,
  },
  {
    key: 'contacts',
    label: wordsOf('contacts').many,
    permission: 'contacts.view',
    content: ({ account }) => <OrganizationContactsTab row={account} rowActions={contactActions} />,
  },
  {
    key: 'colleagues',
    label: hubTexts.colleagues,
    permission: 'users.view',
    only: 'customer',
    content: Colleagues,
  },
];

function PaymentMethods({ account }: Props) {
  return (
    <RelatedList
      resource="payment_methods"
      label={wordsOf('payment_methods').many}
      filters={{ organization_id: account.id }}
      sort="-created_at"
      columns={methodColumns}
      rowActions={methodActions}
      empty={nothing('payment_methods')}
      actions={
        <IfCan permission="payment_methods.add">
          <ButtonLink to="/payment-methods" search={{ organization_id: account.id, new: '1' }}>
            {hubTexts.addMethod}
          </ButtonLink>
        </IfCan>
      }
    />
  );
}

const ofColleagues = ['name', 'profile', 'status', 'last_sign_in_at'];

function Colleagues({ account }: Props) {
  return (
    <RelatedList
      resource="users"
      label={hubTexts.colleagues}
      filters={{ organization_id: account.id }}
      sort="last_name"
      columns={userList.columns.filter(({ key }) => ofColleagues.includes(key))}
      rowActions={userList.actions}
      empty={{ title: hubTexts.colleaguesEmptyTitle, text: hubTexts.colleaguesEmptyText }}
      actions={
        <IfCan permission="users.invite">
          <ButtonLink to="/users" search={{ new: '1' }}>
            {hubTexts.invite}
          </ButtonLink>
        </IfCan>
      }
    />
  );
}
