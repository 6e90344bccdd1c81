import type { DemoArticle } from './help-articles.ts';

/** For partners, and for the company's own people. */
export const partnerArticles: readonly DemoArticle[] = [
  {
    title: 'Add a customer account',
    category: 'For partners',
    summary: 'How a customer of yours becomes an account here.',
    audience: ['partner'],
    body: `Open [Customer accounts](/organizations) and press **New organization**. A name is enough to begin with.

The account belongs to your company. An account executive who adds one looks after it; an administrator can assign it to somebody else. Then:

1. enter its e-mail address, to which invoices go, and a contact of the kind *billing*, who is told of every change of a subscription,
2. start a subscription,
3. invite the people who are to sign in.`,
  },
  {
    title: 'Bill a customer yourself',
    category: 'For partners',
    summary: 'Invoices to you instead of to the customer.',
    audience: ['partner'],
    body: `When you start a subscription for an account, **Invoices go to** says who pays: the customer, or your company. With your company, every invoice of the subscription comes to you, in the currency of the customer.

That works as long as both have the same currency. Otherwise the customer is invoiced.`,
  },
  {
    title: 'When a customer asks for money back',
    category: 'For support',
    summary: 'Credit or refund, and who may do which.',
    audience: ['csr', 'admin'],
    body: `**Credit** is the usual way: it stays in the account and is put to the next invoice. Issue it under [Credits](/credits), with a reason the customer will read.

**Refund** gives money back for a payment, whole or in part. What is still unused of the payment goes first; then the invoices it paid open again, the latest first.

Both have a limit in your profile, by currency. Above it, ask a supervisor; the page says so before you press.`,
  },
  {
    title: 'Write an article',
    category: 'For support',
    summary: 'From a draft to something that customers find.',
    audience: ['csr', 'admin'],
    body: `1. Open [Articles](/articles) and press **New article**.
2. Choose who is to read it. Nobody else finds it, in no list and no search.
3. Write on one side, read on the other. Headings begin with \`#\`, lists with \`-\`.
4. Save: it is a draft. **Publish** it when somebody else has read it.

A published article is changed by those who may publish; what they save is read at once.`,
  },
];
