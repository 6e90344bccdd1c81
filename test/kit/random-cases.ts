import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import type { NewRow } from '../../src/server/db/tables.ts';
import { insertRows } from '../../src/server/db/write-rows.ts';
import type { Random } from './random-world.ts';

interface Places {
  readonly organizations: readonly string[];
  readonly makers: readonly string[];
  readonly staff: readonly NewRow<'users'>[];
  readonly customers: readonly NewRow<'users'>[];
  readonly day: () => Date;
}

const categories = ['question', 'technical', 'billing', 'account', 'other'] as const;
const statuses = ['open', 'waiting_on_customer', 'resolved', 'closed'] as const;

/**
 * Cases in every combination of what their rules ask for: private and shared, asked by a colleague, by somebody of
 * another organization or by nobody, assigned or not, with missing makers.
 */
export async function plantCases(db: Database, random: Random, places: Places, count: number): Promise<void> {
  await insertRows(
    db,
    'cases',
    Array.from({ length: count }, (_, index) => {
      const status = random.pick(statuses);
      const at = places.day();
      const settled = status === 'resolved' || status === 'closed';
      return {
        id: newId(),
        ...asked(random, places),
        subject: `Case ${index}`,
        description: random.chance(0.5) ? `Text ${index % 89}` : null,
        category: random.pick(categories),
        priority: 'normal',
        status,
        settled_at: settled ? at : null,
        assignee_id: random.chance(0.6) ? random.pick(places.staff).id : null,
        created_by: random.chance(0.7) ? random.pick(places.makers) : null,
        created_at: at,
        updated_at: places.day(),
        version: 1,
      };
    }),
  );
}

/** Half of them where somebody could be told apart from their colleagues. */
function asked(random: Random, { organizations, customers }: Places) {
  const requester = random.pick(customers);
  const theirs = random.chance(0.7);
  const organization_id = theirs ? requester.organization_id : random.pick(organizations);
  const requester_id = random.chance(0.75) ? requester.id : null;
  const visibility = requester_id !== null && random.chance(0.5) ? 'private' : 'shared';
  return { organization_id, requester_id, visibility };
}
