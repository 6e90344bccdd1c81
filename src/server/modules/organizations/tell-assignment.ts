import type { AppContext } from '../../app-context.ts';
import { type Notice, notifyAll } from '../../notifications/notify.ts';
import type { OrganizationRow } from './records.ts';

const executives = ['account_executive_id', 'partner_account_executive_id'] as const;

interface Assigned {
  readonly before: OrganizationRow | null;
  readonly after: OrganizationRow;
}

/** Tells who looks after organizations from now on, in one mail for all of them, and who did until now. */
export async function tellAssignments(app: AppContext, assigned: readonly Assigned[]): Promise<void> {
  await notifyAll(app, assigned.flatMap(noticesOf));
}

/** Whoever looked after it is not told which one it was. */
function noticesOf({ before, after }: Assigned): Notice[] {
  const moved = executives.filter((column) => (before?.[column] ?? null) !== after[column]);
  if (moved.length === 0) return [];
  const still = executives.map((column) => after[column]);
  const gone = moved.map((column) => before?.[column] ?? null).filter((id) => !still.includes(id));
  return [
    {
      kind: 'account_assigned',
      resource: 'organizations',
      record: after,
      people: moved.map((column) => after[column]),
    },
    { kind: 'account_taken_over', resource: null, people: gone },
  ];
}
