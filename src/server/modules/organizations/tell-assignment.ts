import type { AppContext } from '../../app-context.ts';
import { notifyAll } from '../../notifications/notify.ts';
import type { OrganizationRow } from './records.ts';

const executives = ['account_executive_id', 'partner_account_executive_id'] as const;

/** Tells who looks after an organization from now on, and who did until now; those are not told which one it was. */
export async function tellAssignment(
  app: AppContext,
  before: OrganizationRow | null,
  after: OrganizationRow,
): Promise<void> {
  const moved = executives.filter((column) => (before?.[column] ?? null) !== after[column]);
  if (moved.length === 0) return;
  const still = executives.map((column) => after[column]);
  const gone = moved.map((column) => before?.[column] ?? null).filter((id) => !still.includes(id));
  await notifyAll(app, [
    {
      kind: 'account_assigned',
      resource: 'organizations',
      record: after,
      people: moved.map((column) => after[column]),
    },
    { kind: 'account_taken_over', resource: null, people: gone },
  ]);
}
