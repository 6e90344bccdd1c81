import { decide } from '../../access/decide.ts';
import type { Row as AnyRow } from '../../access/holds.ts';
import { type Permission, permissionSpec, type ResourceKey, resourceSpec } from '../../catalog/catalog.ts';
import { behindFence } from '../db/behind-fence.ts';
import type { Database } from '../db/database.ts';
import { labelOf } from '../records/label.ts';
import { missing, Problem } from './problem.ts';
import type { SessionSubject } from './session-subject.ts';
import { isId } from './validate.ts';

/** Refuses unless the permission is granted at all; which records it reaches is asked per record. */
export function requirePermission(subject: SessionSubject, permission: Permission): void {
  const decision = decide(subject, permission);
  if (decision.allowed) return;
  const { resource } = permissionSpec(permission);
  throw new Problem(codeOf(decision.code), {
    refusal: { action: permission, itemType: resource, itemId: null, decision },
  });
}

/** Loads the record of a route: missing when it can not be viewed, refused when the permission does not reach it. */
export async function requireRecord(
  db: Database,
  subject: SessionSubject,
  permission: Permission,
  id: unknown,
  lock: boolean,
): Promise<AnyRow> {
  const { resource } = permissionSpec(permission);
  const view = `${resource}.view` as Permission;
  // Without view even the first question is answered like a missing record's.
  if (!isId(id)) missing();
  const row = await readRow(db, subject, resource, id, lock);
  if (!row) missing();
  const records = resourceSpec(resource).records;
  const label = labelOf(resource, row);
  const viewing = decide(subject, view, records ? row : undefined);
  if (!viewing.allowed) {
    missing({ action: view, itemType: resource, itemId: id, itemLabel: label, decision: viewing });
  }
  const decision = decide(subject, permission, records ? row : undefined);
  if (decision.allowed) return row;
  throw new Problem(codeOf(decision.code), {
    refusal: { action: permission, itemType: resource, itemId: id, itemLabel: label, decision },
  });
}

async function readRow(
  db: Database,
  subject: SessionSubject,
  resource: ResourceKey,
  id: string,
  lock: boolean,
) {
  // A table carries the name of its resource.
  const text = `select * from ${resource} where id = $1`;
  if (lock) return (await db.raw<AnyRow>(`${text} for update`, [id]))[0];
  const read = () => db.raw<AnyRow>(text, [id]);
  const rows = resourceSpec(resource).records ? await behindFence(db, subject, read) : await read();
  return rows[0];
}

export function codeOf(code: string | null): ConstructorParameters<typeof Problem>[0] {
  return (code ?? 'access/level') as ConstructorParameters<typeof Problem>[0];
}
