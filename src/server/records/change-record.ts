import { editFieldsOf, ownEditFieldsOf } from '../../access/grants.ts';
import { holds } from '../../access/holds.ts';
import { boundaryRule } from '../../access/subject.ts';
import { type Permission, type PermissionOn, permissionSpec } from '../../catalog/catalog.ts';
import type { AppContext } from '../app-context.ts';
import { type AuditEntry, audit, auditAll, changesBetween } from '../audit/audit.ts';
import type { FieldChange } from '../db/columns.ts';
import type { NewRow, Row, RowChanges } from '../db/tables.ts';
import { insertRows } from '../db/write-rows.ts';
import { given } from '../given.ts';
import { Problem, type Refusal } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import type { Stored } from './define-records.ts';
import { labelOf } from './label.ts';
import { type AnyRow, asAnyRow, deleteRow, insertRow, updateRow } from './rows.ts';

type StoredPermission = PermissionOn<Stored>;
type ResourceOf<P extends Permission> = P extends `${infer R extends Stored}.${string}` ? R : never;

/** Who uses which right; the resource is that of the permission. */
interface Use<P extends StoredPermission> {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly permission: P;
  /** What the log says, where that is not the permission and the columns that were written. */
  readonly log?: Log;
}

interface Log {
  readonly action?: string;
  readonly changes?: readonly FieldChange[];
  readonly detail?: unknown;
}

/** Values whose `undefined` means: not sent, so not written. */
type Sent<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Adds a record within the boundary of its maker's role; outside of it nothing is written. */
export async function addRecord<P extends StoredPermission>(
  use: Use<P> & { readonly values: Sent<Omit<NewRow<ResourceOf<P>>, 'id' | 'created_by'>> },
): Promise<Row<ResourceOf<P>>> {
  const values = given(use.values);
  const own = { ...values, created_by: use.subject.userId } as unknown as Omit<NewRow<ResourceOf<P>>, 'id'>;
  const row = await insertRow(use.app.db, tableOf(use.permission), own);
  requireWithin(use, row);
  await log(use, asAnyRow(row), changesBetween({}, values));
  return row;
}

/** A record that is added with others, under an id that its maker already knows. */
interface Added<P extends StoredPermission> {
  readonly id: string;
  readonly values: Omit<NewRow<ResourceOf<P>>, 'id' | 'created_by'>;
}

/** The same for many that have values for the same columns; one of them outside of the boundary refuses all. */
export async function addRecords<P extends StoredPermission>(
  use: Omit<Use<P>, 'log'> & { readonly records: readonly Added<P>[] },
): Promise<void> {
  const { app, subject, permission, records } = use;
  const rows = await insertRows(
    app.db,
    tableOf(permission),
    records.map(({ id, values }) => ({ ...values, id, created_by: subject.userId })),
  );
  const sent = new Map(records.map(({ id, values }) => [id, values]));
  const entries = rows.map((row) => {
    requireWithin(use, row);
    const added = asAnyRow(row);
    return entryOf(use, added, changesBetween({}, sent.get(added.id) ?? {}));
  });
  await auditAll(app.db, entries);
}

/**
 * Changes a record, as a new version, and tells the log what changed; without a change it stays as it is.
 * Through Edit, a role reaches only the fields that its ceiling leaves it.
 */
export async function changeRecord<P extends StoredPermission>(
  use: Use<P> & { readonly record: Row<ResourceOf<P>>; readonly values: Sent<RowChanges<ResourceOf<P>>> },
): Promise<Row<ResourceOf<P>>> {
  const before = asAnyRow(use.record);
  const values = given(use.values);
  const changes = changesBetween(before, values);
  if (changes.length === 0) return use.record;
  requireFields(use, changes);
  const row = await updateRow(
    use.app.db,
    tableOf(use.permission),
    before.id,
    values as RowChanges<ResourceOf<P>>,
    use.app.clock(),
  );
  await log(use, asAnyRow(row), changes);
  return row;
}

/** Removes a record; the log keeps what the named columns said. */
export async function removeRecord<P extends StoredPermission>(
  use: Use<P> & {
    readonly record: Row<ResourceOf<P>>;
    readonly keep: readonly (keyof Row<ResourceOf<P>> & string)[];
  },
): Promise<void> {
  const row = asAnyRow(use.record);
  const said = use.keep.map((field) => ({ field, from: row[field], to: null }));
  await log(use, row, said);
  await deleteRow(use.app.db, tableOf(use.permission), row.id);
}

/** The use of a right over a record, as the log tells of it when it is refused. */
export function refusalOf<P extends StoredPermission>(permission: P, row: Row<ResourceOf<P>>): Refusal {
  const { id } = asAnyRow(row);
  const table = tableOf(permission);
  return { action: permission, itemType: table, itemId: id, itemLabel: labelOf(table, asAnyRow(row)) };
}

function requireFields<P extends StoredPermission>(
  { subject, permission, record }: Use<P> & { readonly record: Row<ResourceOf<P>> },
  changes: readonly FieldChange[],
): void {
  if (permissionSpec(permission).verb !== 'edit') return;
  const own = subject.partnerId !== null && asAnyRow(record).organization_id === subject.partnerId;
  const everywhere = editFieldsOf(subject.grants, tableOf(permission));
  const allowed = own ? (ownEditFieldsOf(subject.grants, tableOf(permission)) ?? everywhere) : everywhere;
  const refused = changes.filter(({ field }) => allowed !== null && !allowed.includes(field));
  if (refused.length === 0) return;
  const message = 'Your role can not change this';
  throw new Problem('access/field', {
    fields: refused.map(({ field }) => ({ field, code: 'access/field', message })),
    refusal: refusalOf(permission, record),
  });
}

function requireWithin<P extends StoredPermission>(
  { subject, permission }: Use<P>,
  row: Row<ResourceOf<P>>,
): void {
  if (holds(boundaryRule(subject, permission), asAnyRow(row))) return;
  throw new Problem('access/outside-boundary', {
    refusal: { ...refusalOf(permission, row), itemId: null },
  });
}

function log<P extends StoredPermission>(
  use: Use<P>,
  row: AnyRow,
  changes: readonly FieldChange[],
): Promise<void> {
  return audit(use.app.db, { ...entryOf(use, row, changes), ...use.log });
}

function entryOf<P extends StoredPermission>(
  { permission }: Use<P>,
  row: AnyRow,
  changes: readonly FieldChange[],
): AuditEntry {
  const itemType = tableOf(permission);
  return { action: permission, itemType, itemId: row.id, itemLabel: labelOf(itemType, row), changes };
}

function tableOf<P extends StoredPermission>(permission: P): ResourceOf<P> {
  return permissionSpec(permission).resource as ResourceOf<P>;
}
