import type { ResourceKey } from '../../catalog/catalog.ts';
import type { RoleType } from '../../catalog/roles.ts';
import type { Case } from '../../contract/cases.ts';

/** What a resource is called where the reader's role gives it a word of its own. */
export const framedLabels: Readonly<
  Partial<Record<RoleType, Readonly<Partial<Record<ResourceKey, string>>>>>
> = {
  customer: {
    organizations: 'My account',
    subscriptions: 'My subscriptions',
    cases: 'My cases',
    articles: 'Help',
  },
  partner: { organizations: 'Customer accounts', articles: 'Help' },
  csr: { organizations: 'Customer accounts' },
};

/** What a state of a case is called where the reader's role has another side of it. */
export const framedCaseStates: Readonly<
  Partial<Record<RoleType, Readonly<Partial<Record<Case['status'], string>>>>>
> = {
  customer: { waiting_on_customer: 'Waiting for your reply' },
};

export const hubTexts = {
  sections: 'Sections of this hub',
  balance: 'Account balance',
  credit: 'Credit balance',
  account: 'My account',
  subscriptions: 'My subscriptions',
  customers: 'Customer accounts',
  cases: 'Cases',
  myCases: 'My cases',
  help: 'Help',
  executives: 'Account executives',
  summary: 'Summary',
  details: 'All details',
  organization: 'Name',
  number: 'Account number',
  lastPayment: 'Last payment',
  lastInvoice: 'Last invoice',
  outstanding: 'Outstanding invoices',
  outstandingEmptyTitle: 'Nothing is owed',
  outstandingEmptyText: 'Every invoice is paid. A new one appears here when it is issued.',
  lists: 'Everything of this account',
  history: 'Invoice history',
  colleagues: 'Colleagues',
  invite: 'Invite a colleague',
  colleaguesEmptyTitle: 'Nobody else signs in',
  colleaguesEmptyText: 'People of your organization appear here once they are invited.',
  pdf: 'PDF',
  pdfOf: (number: string) => `PDF of ${number}`,
  addMethod: 'Add payment method',
  start: 'Start a subscription',
  noSubscriptionsTitle: 'No subscriptions yet',
  noSubscriptionsText: 'Start one, or ask whoever looks after your account to do so.',
  nothingOf: (many: string) => `No ${many} yet`,
  nothingOfText: (many: string) => `This account has no ${many} that your profile lets you see.`,
  pay: 'Pay',
  nothingOwed: 'Nothing is owed.',
  salesSubtitle: 'The accounts you look after, what they have and what they owe',
  book: 'Book of business',
  allSubscriptions: 'Subscriptions',
  allInvoices: 'Invoices',
  lookedAfterBy: 'Looked after by',
  me: 'Me',
  accounts: 'Accounts',
  owed: 'Owed',
  move: 'Hand over',
  reassign: 'Re-assign accounts',
  reassignOf: (name: string) => `Re-assign accounts of ${name}`,
  noExecutivesTitle: 'No account executives',
  noExecutivesText: 'Add the people who look after customer accounts of this partner.',
  addExecutive: 'Add a person',
  actingFor: 'Acting for',
  lookingAt: 'Account',
  accountBar: 'The account at hand',
  backToAccount: 'Back to the account',
} as const;
