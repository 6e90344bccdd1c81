import type { FieldChange } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertRows } from '../db/write-rows.ts';
import { currentRequest } from '../http/request-context.ts';
import { organizationsOf } from './whose.ts';

export interface AuditEntry {
  /** The permission that was used, or what the system did: `organizations.edit`, `session.sign_in`. */
  readonly action: string;
  readonly itemType: string;
  readonly itemId: string | null;
  readonly itemLabel?: string | null;
  readonly changes?: readonly FieldChange[];
  readonly outcome?: 'allowed' | 'refused';
  readonly code?: string;
  readonly decisionId?: string;
  readonly detail?: unknown;
  /** When it was, where that is not now: what a demo company begins with. */
  readonly at?: Date;
  /** Where the person is known but not signed in: a sign-in, a link. */
  readonly actor?: { id: string | null; name: string };
}

/** Writes one row of the audit log, in the transaction of the change it tells of. */
export async function audit(db: Database, entry: AuditEntry): Promise<void> {
  await auditAll(db, [entry]);
}

/** The same for many changes, in one statement. */
export async function auditAll(db: Database, entries: readonly AuditEntry[]): Promise<void> {
  const whose = await organizationsOf(db, entries);
  await insertRows(
    db,
    'audit_log',
    entries.map((entry) => rowOf(entry, whose.get(entry.itemId ?? '') ?? null)),
  );
}

function rowOf(entry: AuditEntry, organizationId: string | null) {
  const { requestId, address, actor, subject, decisionId, at } = currentRequest();
  const by = entry.actor ?? actor;
  const as = entry.actor ? null : (subject ?? null);
  return {
    id: newId(),
    at: entry.at ?? at ?? new Date(),
    actor_id: by?.id ?? null,
    actor_name: by?.name ?? 'Ambit',
    subject_id: as?.id ?? by?.id ?? null,
    subject_name: as?.name ?? null,
    address,
    request_id: requestId,
    decision_id: entry.decisionId ?? decisionId,
    item_type: entry.itemType,
    item_id: entry.itemId,
    item_label: entry.itemLabel ?? null,
    action: entry.action,
    outcome: entry.outcome ?? 'allowed',
    code: entry.code ?? null,
    changes: entry.changes ?? [],
    detail: entry.detail ?? null,
    organization_id: organizationId,
  };
}

/** The fields in which two versions of a record differ, for the log. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return Object.keys(after)
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

function same(one: unknown, other: unknown): boolean {
  return (one ?? null) === (other ?? null) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
