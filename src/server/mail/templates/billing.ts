import { defineTemplates, type Variable } from './define.ts';

const customer: Variable = { says: 'The name of the organization.', sample: 'Amber Otter Ltd' };

const invoice = {
  customer,
  number: { says: 'The number of the invoice.', sample: 'INV-000123' },
  amount: { says: 'What was invoiced.', sample: '€257.00' },
  balance: { says: 'What is still to be paid.', sample: '€57.00' },
  due_on: { says: 'The day it is due.', sample: 'March 31, 2026' },
  to_pay: {
    says: 'A sentence that asks for what is still to be paid, and says by when.',
    sample: '€57.00 of it is still to be paid by March 31, 2026.',
  },
  link: { says: 'The page of the invoice.', sample: 'https://portal.example.com/invoices/sample' },
} as const satisfies Record<string, Variable>;

const payment = {
  customer,
  number: { says: 'The number of the payment.', sample: 'P-000045' },
  amount: { says: 'What was paid.', sample: '€257.00' },
  method: { says: 'What it was paid with.', sample: 'Visa •••• 4242' },
  link: { says: 'The page of the payment.', sample: 'https://portal.example.com/payments/sample' },
} as const satisfies Record<string, Variable>;

/** The three reminders differ in how firmly they ask. */
function reminder(subject: string, says: string, plea: string) {
  return {
    says,
    about: 'invoices',
    variables: invoice,
    subject: `${subject} {{number}}`,
    body: `Hello {{customer}},

invoice {{number}} was due on {{due_on}}, and {{balance}} is still to be paid. ${plea}

See and pay it here:
{{link}}

{{signature}}`,
  } as const;
}

/** Mails about invoices and payments, to the organization that owes or paid. */
export const billingMails = defineTemplates({
  invoice_issued: {
    label: 'Invoice',
    says: 'An invoice was issued, or somebody sends it again; the PDF goes with it. While this is switched off, new invoices wait.',
    about: 'invoices',
    variables: invoice,
    subject: 'Invoice {{number}} from {{company}}',
    body: `Hello {{customer}},

here is invoice {{number}} for {{amount}}. {{to_pay}}

See and pay it here:
{{link}}

{{signature}}`,
  },
  invoice_reminder: {
    label: 'Reminder',
    ...reminder(
      'Reminder: invoice',
      'An invoice is overdue by 3 days.',
      'If you paid it in the last days, there is nothing to do.',
    ),
  },
  invoice_second_reminder: {
    label: 'Second reminder',
    ...reminder(
      'Second reminder: invoice',
      'An invoice is overdue by 14 days.',
      'Please pay it now, or tell us what keeps you from it.',
    ),
  },
  invoice_final_notice: {
    label: 'Final notice',
    ...reminder(
      'Final notice: invoice',
      'An invoice is overdue by 30 days.',
      'Please pay it without further delay, or write to us today.',
    ),
  },
  payment_received: {
    label: 'Payment received',
    says: 'A payment succeeded.',
    about: 'payments',
    variables: payment,
    subject: 'Payment received: {{amount}}',
    body: `Hello {{customer}},

we received {{amount}} with {{method}}. Thank you.

See payment {{number}}:
{{link}}

{{signature}}`,
  },
  payment_failed: {
    label: 'Payment failed',
    says: 'A payment did not come about; the invoices stay open.',
    about: 'payments',
    variables: {
      ...payment,
      reason: { says: 'Why, in a sentence.', sample: 'The card was declined.' },
    },
    subject: 'Payment failed: {{amount}}',
    body: `Hello {{customer}},

{{amount}} could not be charged to {{method}}. {{reason}}

The invoices stay open. Please pay them another way.

See payment {{number}}:
{{link}}

{{signature}}`,
  },
});
