import { mostAssigned } from '../../../contract/most-assigned.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { api, type Body, call, type Output } from '../../lib/api.ts';
import type { Page, Query } from '../../records/record-queries.ts';

export type Assigning = NonNullable<Body<'POST /organizations/assign'>>['to'];
export type Verdict = Output<'POST /organizations/assign'>['items'][number];
type Seen = Output<'POST /organizations/assign'>['sight']['loses'];

/** What would happen to all of them, over however many requests that takes. */
export type Forecast = { items: readonly Verdict[]; loses: Seen; gains: Seen };

type Told = (done: number) => void;
type Versioned = Pick<Organization, 'id' | 'version'>;

/** Every record that a list holds, page by page. */
export async function collectAll(query: Query, told: Told): Promise<Organization[]> {
  const rows: Organization[] = [];
  let after: string | null = null;
  do {
    const page: Page<'organizations'> = await call('GET /organizations', {
      query: { ...query, sort: 'name', limit: mostAssigned, ...(after ? { after } : {}) },
    });
    rows.push(...page.items);
    after = page.next;
    told(rows.length);
  } while (after !== null);
  return rows;
}

/** As many as one transaction takes at a time, one after the other. */
function chunksOf(rows: readonly Versioned[]): Versioned[][] {
  const count = Math.ceil(rows.length / mostAssigned);
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * mostAssigned, (at + 1) * mostAssigned).map(({ id, version }) => ({ id, version })),
  );
}

/** Tries it out; nothing is changed. */
export async function forecast(rows: readonly Versioned[], to: Assigning, told: Told): Promise<Forecast> {
  const items: Verdict[] = [];
  const sight: { loses: Seen; gains: Seen }[] = [];
  for (const organizations of chunksOf(rows)) {
    const part = await api('POST /organizations/assign', { body: { organizations, to, dry_run: true } });
    items.push(...part.items);
    sight.push(part.sight);
    told(items.length);
  }
  return {
    items,
    loses: addedUp(sight.flatMap(({ loses }) => loses)),
    gains: addedUp(sight.flatMap(({ gains }) => gains)),
  };
}

function addedUp(seen: Seen): Seen {
  const byPerson = Map.groupBy(seen, ({ id }) => id);
  return [...byPerson.values()].flatMap((of) =>
    of.slice(0, 1).map((person) => ({
      ...person,
      organizations: of.reduce((sum, { organizations }) => sum + organizations, 0),
    })),
  );
}

/** Moves them; each part is moved as a whole or not at all. */
export async function assignAll(rows: readonly Versioned[], to: Assigning, told: Told): Promise<void> {
  let done = 0;
  for (const organizations of chunksOf(rows)) {
    await api('POST /organizations/assign', { body: { organizations, to, dry_run: false } });
    done += organizations.length;
    told(done);
  }
}
