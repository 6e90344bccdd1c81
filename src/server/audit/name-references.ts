import type { Database } from '../db/database.ts';
import { allNames, type Names } from '../db/names.ts';

interface Change {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Columns that hold an id, and what its reader calls them. */
const references: Readonly<Record<string, { as: string; to: 'users' | 'organizations' }>> = {
  account_executive_id: { as: 'account_executive', to: 'users' },
  partner_account_executive_id: { as: 'partner_account_executive', to: 'users' },
  partner_administrator_id: { as: 'partner_administrator', to: 'users' },
  parent_partner_id: { as: 'partner', to: 'organizations' },
  partner_id: { as: 'partner', to: 'organizations' },
  organization_id: { as: 'organization', to: 'organizations' },
};

/** The changes as a reader understands them: names as of now in place of ids; the ids beside them, by column. */
export async function nameReferences(db: Database, changes: readonly Change[]) {
  const referring = changes.filter(({ field }) => Object.hasOwn(references, field));
  if (referring.length === 0) return { changes, ids: undefined };
  const names = await allNames(db, idsOf(referring, 'users'), idsOf(referring, 'organizations'));
  const ids = Object.fromEntries(referring.map(({ field, from, to }) => [field, { from, to }]));
  return { changes: changes.map((change) => inWords(change, names)), ids };
}

function idsOf(changes: readonly Change[], table: 'users' | 'organizations'): string[] {
  return changes
    .filter(({ field }) => references[field]?.to === table)
    .flatMap(({ from, to }) => [from, to])
    .filter((id) => typeof id === 'string');
}

function inWords(change: Change, names: Names): Change {
  const reference = references[change.field];
  if (!reference) return change;
  const nameOf = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? id) : id);
  return { field: reference.as, from: nameOf(change.from), to: nameOf(change.to) };
}
