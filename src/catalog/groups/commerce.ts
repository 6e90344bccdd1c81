import { type Ceiling, defineGroup, everything, exportsList, organizationRecords } from '../define.ts';

const subscriptionActions = ['create', 'change', 'renew', 'cancel', 'pause', 'resume'] as const;
const methodActions = ['add', 'remove', 'set_default'] as const;

const viewing: Ceiling = { level: 'view', actions: [] };
const seesProducts = {
  customer: viewing,
  partner_account_executive: viewing,
  partner_administrator: viewing,
  account_executive: viewing,
};
const orders: Ceiling = { level: 'edit', actions: ['create', 'cancel', 'export'] };
const subscriptions: Ceiling = { level: 'edit', actions: [...subscriptionActions, 'choose_date', 'export'] };
const partnerInvoices: Ceiling = { level: 'view', actions: ['pay', 'download', 'send', 'export'] };
const methods: Ceiling = { level: 'edit', actions: methodActions };
const seesPayments: Ceiling = { level: 'view', actions: ['export'] };
const appliesCredits: Ceiling = { level: 'view', actions: ['apply', 'export'] };

export const commerce = defineGroup({
  label: 'Commerce',
  resources: {
    products: {
      label: 'Products',
      one: 'product',
      says: 'What is sold: products, their plans and the prices of each version.',
      levels: ['view', 'edit'],
      actions: {},
      ceiling: { ...seesProducts, ...everything([]) },
    },
    orders: {
      label: 'Orders',
      one: 'order',
      says: 'What was ordered and when it takes effect: every change of a subscription is one.',
      called: ['number'],
      levels: ['view', 'edit'],
      actions: {
        create: {
          needs: 'edit',
          creates: true,
          label: 'Create',
          says: 'Draft an order for a new subscription, and place it.',
        },
        cancel: { needs: 'edit', label: 'Cancel', says: 'Cancel an order before it takes effect.' },
        export: exportsList,
      },
      ceiling: {
        customer: { level: 'edit', actions: ['create'] },
        partner_account_executive: orders,
        partner_administrator: orders,
        account_executive: orders,
        ...everything(orders.actions),
      },
      records: organizationRecords,
    },
    subscriptions: {
      label: 'Subscriptions',
      one: 'subscription',
      says: 'What customers have: plan, quantity, term, next charge.',
      called: ['number'],
      levels: ['view', 'edit'],
      actions: {
        create: { needs: 'edit', creates: true, label: 'Start', says: 'Start a new subscription.' },
        change: { needs: 'edit', label: 'Change', says: 'Change plan or quantity.' },
        renew: { needs: 'edit', label: 'Renew', says: 'Order another term.' },
        cancel: {
          needs: 'edit',
          label: 'Cancel',
          says: 'Cancel at the end of the term or of the paid period.',
        },
        pause: { needs: 'edit', label: 'Pause', says: 'Stop service and charges for a while.' },
        resume: { needs: 'edit', label: 'Resume', says: 'Let a paused subscription go on.' },
        choose_date: {
          needs: 'edit',
          label: 'Cancel on a date',
          phrase: 'cancel subscriptions on a chosen date',
          says: 'Cancel on any day; unused time comes back as credit.',
        },
        export: exportsList,
        import: {
          needs: 'edit',
          creates: true,
          label: 'Import',
          says: 'Load subscriptions of another billing system from a CSV file.',
        },
      },
      ceiling: {
        customer: { level: 'edit', actions: subscriptionActions },
        partner_account_executive: subscriptions,
        partner_administrator: subscriptions,
        account_executive: { level: 'edit', actions: [...subscriptions.actions, 'import'] },
        ...everything([...subscriptions.actions, 'import']),
      },
      records: organizationRecords,
    },
    invoices: {
      label: 'Invoices',
      one: 'invoice',
      says: 'What was charged, what is still owed and since when.',
      called: ['number'],
      levels: ['view', 'edit'],
      actions: {
        pay: { needs: 'view', label: 'Pay', says: 'Pay open invoices with credit or a payment method.' },
        download: { needs: 'view', label: 'Download', says: 'Download an invoice as PDF.' },
        send: { needs: 'view', label: 'Send', says: 'Send an invoice by mail, first time or again.' },
        void: { needs: 'edit', label: 'Void', says: 'Withdraw an open invoice.' },
        export: exportsList,
        import: {
          needs: 'edit',
          creates: true,
          label: 'Import',
          says: 'Load invoices of another billing system from a CSV file.',
        },
      },
      ceiling: {
        customer: { level: 'view', actions: ['pay', 'download', 'export'] },
        partner_account_executive: partnerInvoices,
        partner_administrator: partnerInvoices,
        account_executive: {
          level: 'edit',
          actions: ['pay', 'download', 'send', 'void', 'export', 'import'],
        },
        ...everything(['pay', 'download', 'send', 'void', 'export', 'import']),
      },
      records: organizationRecords,
    },
    payments: {
      label: 'Payments',
      one: 'payment',
      says: 'Money received: how, for which invoices, and what became of it.',
      called: ['number'],
      levels: ['view', 'edit'],
      actions: {
        refund: { needs: 'edit', limited: true, label: 'Refund', says: 'Give money back, up to a limit.' },
        export: exportsList,
      },
      ceiling: {
        customer: seesPayments,
        partner_account_executive: seesPayments,
        partner_administrator: seesPayments,
        account_executive: { level: 'edit', actions: ['refund', 'export'] },
        ...everything(['refund', 'export']),
      },
      records: organizationRecords,
    },
    payment_methods: {
      label: 'Payment methods',
      one: 'payment method',
      says: 'Cards and bank accounts that invoices are paid with; their numbers are never kept here.',
      called: ['brand', 'last_four'],
      levels: ['view', 'edit'],
      actions: {
        add: { needs: 'edit', creates: true, label: 'Add', says: 'Add a card or bank account.' },
        remove: { needs: 'edit', label: 'Remove', says: 'Remove a card or bank account.' },
        set_default: {
          needs: 'edit',
          label: 'Make default',
          phrase: 'choose the default payment method',
          says: 'Choose what is charged first.',
        },
      },
      ceiling: {
        customer: methods,
        partner_account_executive: methods,
        partner_administrator: methods,
        account_executive: methods,
        ...everything(methodActions),
      },
      records: organizationRecords,
    },
    credits: {
      label: 'Credits',
      one: 'credit',
      says: 'Money in the customer’s favour, put to invoices before anything is charged.',
      called: ['number'],
      levels: ['view', 'edit'],
      actions: {
        issue: {
          needs: 'edit',
          creates: true,
          limited: true,
          label: 'Issue',
          says: 'Give an organization credit, up to a limit.',
        },
        apply: { needs: 'view', label: 'Apply', says: 'Put credit to open invoices.' },
        export: exportsList,
      },
      ceiling: {
        customer: { level: 'view', actions: ['apply'] },
        partner_account_executive: appliesCredits,
        partner_administrator: appliesCredits,
        account_executive: { level: 'edit', actions: ['issue', 'apply', 'export'] },
        ...everything(['issue', 'apply', 'export']),
      },
      records: organizationRecords,
    },
  },
});
