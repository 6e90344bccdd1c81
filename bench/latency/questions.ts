import { cursorOf } from '../../src/server/db/cursor.ts';
import type { Database } from '../../src/server/db/database.ts';
import { targetOf } from '../lists/cells.ts';
import { listings } from '../lists/listing.ts';
import type { Asker } from './people.ts';

/** What is asked, by its name in the table: addresses below the API's base, asked at once. */
export type Questions = Readonly<Record<string, readonly string[]>>;

/** The panels of an organization's page, each the list of a resource. */
const panels = [
  'cases',
  'contacts',
  'subscriptions',
  'orders',
  'invoices',
  'payments',
  'credits',
  'payment-methods',
  'users',
];

/** The lists that the command palette searches at once. */
const searched = [
  'organizations',
  'contacts',
  'cases',
  'subscriptions',
  'invoices',
  'payments',
  'payment-methods',
  'credits',
  'users',
];

interface Listed {
  readonly id: string;
  readonly number: string;
  readonly organization: { readonly id: string };
}

/** The questions of one person, about the last invoice of their first page. */
export async function questionsOf(db: Database, base: string, { reader, cookie }: Asker): Promise<Questions> {
  const { deep } = await targetOf(db, reader, listings.invoices);
  const answer = await fetch(`${base}/invoices`, { headers: { cookie } });
  const { items } = (await answer.json()) as { items: Listed[] };
  const invoice = items.at(-1);
  if (!invoice) throw new Error(`${reader.role} has no invoices to ask about`);
  const after = encodeURIComponent(cursorOf('-created_at', deep.at.toISOString(), deep.id));
  const [frequent, rare] = listings.invoices.words;
  return {
    'first page': ['/invoices'],
    'deep page': [`/invoices?after=${after}`],
    'one invoice': [`/invoices/${invoice.id}`],
    count: ['/invoices/count'],
    'search, frequent text': [`/invoices?q=${frequent}`],
    'search, rare text': [`/invoices?q=${rare}`],
    'search, one number': [`/invoices?q=${invoice.number.toLowerCase()}`],
    organizations: ['/organizations'],
    'organization page': [
      `/organizations/${invoice.organization.id}`,
      ...panels.map((panel) => `/${panel}?organization_id=${invoice.organization.id}&limit=10`),
    ],
    timeline: [`/organizations/${invoice.organization.id}/timeline`],
    'search everywhere': searched.map((list) => `/${list}?q=${invoice.number.toLowerCase()}&limit=5`),
    dashboard: ['/dashboard'],
    'unread notifications': ['/notifications/count'],
  };
}

/** Without what the person's profile refuses: their page does not ask for it. */
export async function permitted(base: string, cookie: string, paths: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const path of paths) {
    const { status } = await fetch(`${base}${path}`, { headers: { cookie } });
    if (status === 200) kept.push(path);
    else if (status !== 403) throw new Error(`HTTP ${status} from ${path}`);
  }
  return kept;
}
