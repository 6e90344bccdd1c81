import type { RoleType } from '../../catalog/roles.ts';

export interface DemoArticle {
  readonly title: string;
  readonly category: string;
  readonly summary: string;
  readonly audience: readonly RoleType[];
  /** Markdown. */
  readonly body: string;
  readonly draft?: true;
}

/** For customers, and for those who do the same for them. */
export const helpArticles: readonly DemoArticle[] = [
  {
    title: 'Pay an invoice',
    category: 'Invoices and payments',
    summary: 'Pay one or several open invoices, with credit, a card or a bank account.',
    audience: ['customer', 'partner'],
    body: `## Pay one invoice

1. Open [Invoices](/invoices) and choose the invoice.
2. Press **Pay**.
3. Choose a payment method, or add one. Credit that you have is used first, unless you say otherwise.
4. Check the amount and confirm.

The payment appears under [Payments](/payments). If the bank takes its time, it stays *pending* until we hear from it; you need not do anything.

## When a payment fails

The invoice stays open and the page says why. Nothing was charged. Try again, or use another payment method.

> A payment can not happen twice: pressing the button again, or a lost connection, does not charge you a second time.`,
  },
  {
    title: 'Download an invoice as PDF',
    category: 'Invoices and payments',
    summary: 'Every issued invoice has a PDF for your books.',
    audience: ['customer', 'partner'],
    body: `Open [Invoices](/invoices), choose the invoice and press **Download PDF**. The PDF holds every line with its period, quantity and price.

An issued invoice never changes. If something is wrong with it, write to us: we withdraw it or give you a credit, and both are documents of their own.`,
  },
  {
    title: 'Add or change a payment method',
    category: 'Invoices and payments',
    summary: 'Cards and bank accounts, and which of them is used first.',
    audience: ['customer', 'partner'],
    body: `Under [Payment methods](/payment-methods) you add cards and bank accounts, name them, and choose the default.

- **Numbers stay with the payment provider.** We keep the brand, the last four digits and the expiry, nothing else.
- **The last one can not be removed** while a subscription that renews by itself needs it. Add another one first.`,
  },
  {
    title: 'What your credit is and how it is used',
    category: 'Invoices and payments',
    summary: 'Unused time, overpayments and goodwill become credit.',
    audience: ['customer', 'partner', 'csr'],
    body: `Credit comes from three places: unused time after a change or cancellation, a payment of more than was owed, and what our people give you.

It is put to invoices before anything is charged, the oldest first. [Credits](/credits) shows each with what remains of it, and the invoices it went to.`,
  },
  {
    title: 'Change plan or quantity',
    category: 'Subscriptions',
    summary: 'See to the cent what a change costs before you confirm it.',
    audience: ['customer', 'partner'],
    body: `Open the subscription among [your subscriptions](/subscriptions) and press **Change**. You choose the plan, the quantity, and when it takes effect:

- **Immediately**: unused days of what you have are given back, and the same days are charged at the new price.
- **Next billing period**: nothing is charged before.
- **End of the term**: only where the subscription has one.

Before you confirm you see the exact lines. Those, and no others, are booked.

A change that waits for its day can be undone until then. Ordering another one takes its place.`,
  },
  {
    title: 'Cancel a subscription',
    category: 'Subscriptions',
    summary: 'When it ends, and how to take a cancellation back.',
    audience: ['customer', 'partner'],
    body: `Open the subscription and press **Cancel subscription**. It ends with its term, or, where it has none, with the period that is paid for. Until then everything works as before.

Changed your mind? Press **Undo cancellation** on its page, at any time before that day.`,
  },
  {
    title: 'Pause and resume',
    category: 'Subscriptions',
    summary: 'Stop service and charges for a while without losing days.',
    audience: ['customer', 'partner'],
    body: `**Pause subscription** stops service and charges at once. The days left of the period are kept.

**Resume** goes on where you stopped: period and term end later by the days you paused. Your invoice day moves with them.`,
  },
  {
    title: 'Ask us for help',
    category: 'Getting help',
    summary: 'What to tell us so that we can answer at once.',
    audience: ['customer', 'partner'],
    body: `Open a [case](/cases) and tell us:

1. what you wanted to do,
2. what happened instead,
3. the number of the invoice or subscription, if there is one.

When a page refuses something, it shows a *decision* number. With it we can see at once why.`,
  },
  {
    title: 'Invite a colleague',
    category: 'Your account',
    summary: 'Give somebody of your organization a sign-in of their own.',
    audience: ['customer'],
    body: `If your profile lets you, [Users](/users) has the button **Add user**. Your colleague gets a mail with a link to choose a password; the link works once, for 7 days.

Please do not share a password: every change says who made it.`,
  },
];
