import type { RecordResource } from '../catalog/catalog.ts';
import { type RoleType, roleTypes } from '../catalog/roles.ts';

/**
 * What a sentence is made of besides the name of the record: words, calendar dates (`YYYY-MM-DD`) and money in minor
 * units. Never secrets.
 */
export type NotificationData = Readonly<
  Record<string, string | { readonly amount: number; readonly currency: string }>
>;

/** The same as its reader writes dates and money. */
type Words = Readonly<Record<string, string>>;

interface KindSpec {
  readonly label: string;
  /** When it is sent, in the preferences. */
  readonly says: string;
  /** The notification itself, in one sentence. */
  readonly sentence: (label: string, words: Words) => string;
  /**
   * What it is about. `record`: one of `resource`, told as long as its reader may view it. `own`: something its reader
   * started, told as long as they may use the action `verb` on its resource. `nothing`: it names nothing.
   */
  readonly about:
    | { readonly kind: 'record'; readonly resource: RecordResource }
    | { readonly kind: 'own'; readonly verb: 'import' | 'export' }
    | { readonly kind: 'nothing' };
  readonly to: readonly RoleType[];
  /** Where it is told until its reader chooses. */
  readonly page: boolean;
  readonly mail: boolean;
}

function defineKinds<const T extends Readonly<Record<string, KindSpec>>>(kinds: T): T {
  return kinds;
}

const about = <const R extends RecordResource>(resource: R) => ({ kind: 'record', resource }) as const;
const onPage = { page: true, mail: false } as const;
const byMailToo = { page: true, mail: true } as const;

/** Every kind of notification. */
export const notificationKinds = defineKinds({
  invoice_issued: {
    label: 'Invoice issued',
    says: 'A new invoice of your organization.',
    sentence: (label, { amount = '', due_on = '' }) =>
      `Invoice ${label} over ${amount} was issued, due on ${due_on}.`,
    about: about('invoices'),
    to: ['customer', 'partner'],
    ...onPage,
  },
  payment_received: {
    label: 'Payment received',
    says: 'A payment of your organization has arrived.',
    sentence: (label, { amount = '' }) => `Payment ${label} of ${amount} was received.`,
    about: about('payments'),
    to: ['customer', 'partner'],
    ...onPage,
  },
  payment_failed: {
    label: 'Payment failed',
    says: 'A payment did not come about, and why.',
    sentence: (label, { amount = '', reason = '' }) => `Payment ${label} of ${amount} failed. ${reason}`,
    about: about('payments'),
    to: ['customer', 'partner', 'csr'],
    ...onPage,
  },
  subscription_changed: {
    label: 'Subscription changed',
    says: 'Somebody changed a subscription of an account of yours.',
    sentence: (label, { organization = '' }) => `Subscription ${label} of ${organization} was changed.`,
    about: about('subscriptions'),
    to: ['csr', 'partner'],
    ...onPage,
  },
  subscription_cancelled: {
    label: 'Subscription cancelled',
    says: 'Somebody cancelled a subscription of an account of yours.',
    sentence: (label, { organization = '', on = '' }) =>
      `Subscription ${label} of ${organization} was cancelled for ${on}.`,
    about: about('subscriptions'),
    to: ['csr', 'partner'],
    ...onPage,
  },
  account_assigned: {
    label: 'Account assigned to you',
    says: 'You look after an account from now on.',
    sentence: (label) => `You look after ${label} from now on.`,
    about: about('organizations'),
    to: ['csr', 'partner'],
    ...byMailToo,
  },
  account_taken_over: {
    label: 'Account taken over',
    says: 'Somebody else looks after an account of yours from now on.',
    sentence: () => 'An account that you looked after is looked after by somebody else from now on.',
    about: { kind: 'nothing' },
    to: ['csr', 'partner'],
    ...onPage,
  },
  case_opened: {
    label: 'Case opened',
    says: 'A new case of an account of yours.',
    sentence: (label, { organization = '' }) => `${organization} opened case ${label}.`,
    about: about('cases'),
    to: ['csr', 'partner'],
    ...byMailToo,
  },
  case_assigned: {
    label: 'Case assigned to you',
    says: 'A case is yours from now on.',
    sentence: (label) => `Case ${label} was assigned to you.`,
    about: about('cases'),
    to: ['admin', 'csr', 'partner'],
    ...onPage,
  },
  case_replied: {
    label: 'Case replied to',
    says: 'A new reply in a case of yours, or it was opened again.',
    sentence: (label, { happened }) =>
      happened === 'reopened' ? `Case ${label} was opened again.` : `There is a new reply in case ${label}.`,
    about: about('cases'),
    to: roleTypes,
    ...byMailToo,
  },
  import_finished: {
    label: 'Import finished',
    says: 'An import that you started is over.',
    sentence: (label, { result = '' }) => `Your import of ${label} is over: ${result}.`,
    about: { kind: 'own', verb: 'import' },
    to: ['admin', 'csr', 'partner'],
    ...onPage,
  },
  export_finished: {
    label: 'Export finished',
    says: 'A long export that you started is over.',
    sentence: (label, { result = '' }) => `Your export of ${label} is over: ${result}.`,
    about: { kind: 'own', verb: 'export' },
    to: roleTypes,
    ...onPage,
  },
});

/** The key of a kind. */
export type NotificationKind = keyof typeof notificationKinds;
/** The keys of all kinds. */
export const allNotificationKinds = Object.keys(notificationKinds) as readonly NotificationKind[];

/** The declaration of one kind, without its literal types. */
export function kindSpec(kind: NotificationKind): KindSpec {
  return notificationKinds[kind];
}

/** The kinds that people of a role type can be told of. */
export function kindsFor(roleType: RoleType): NotificationKind[] {
  return allNotificationKinds.filter((kind) => kindSpec(kind).to.includes(roleType));
}
