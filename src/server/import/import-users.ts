import { decide } from '../../access/decide.ts';
import { roles } from '../../catalog/roles.ts';
import { changesBetween } from '../audit/audit.ts';
import type { Row } from '../db/tables.ts';
import { hashPassword } from '../modules/session/passwords.ts';
import { assignProfile, updateUser } from '../modules/users/service.ts';
import { addUser } from './add-user.ts';
import { keepExternalId } from './external-ids.ts';
import {
  type CellProblem,
  type Importer,
  type ImportRow,
  type ImportRun,
  type Plan,
  refuse,
} from './importer.ts';
import { readUser, type UserValues, userFields } from './user-fields.ts';
import { loadReferences, lower, type References } from './user-references.ts';

const hashesAtOnce = 4;

export const userImporter: Importer<'users'> = {
  resource: 'users',
  permission: 'users.import',
  fields: userFields,
  keyField: 'username',
  keyOf: (cells) => lower(cells.username ?? ''),
  labelOf: (cells) => cells.username || `${cells.first_name ?? ''} ${cells.last_name ?? ''}`.trim(),
  prepare: async (run, rows) => {
    const references = await loadReferences(run, rows);
    return (row) => planRow(run, references, row);
  },
  beforeCommit: hashPasswords,
};

async function hashPasswords(rows: readonly ImportRow[]): Promise<Map<number, string>> {
  const hashes = new Map<number, string>();
  const wanted = rows.filter(({ cells }) => cells.password);
  for (let start = 0; start < wanted.length; start += hashesAtOnce) {
    const some = wanted.slice(start, start + hashesAtOnce);
    const done = await Promise.all(some.map(({ cells }) => hashPassword(cells.password ?? '')));
    for (const [index, { row }] of some.entries()) hashes.set(row, done[index] ?? '');
  }
  return hashes;
}

function planRow(run: ImportRun, references: References, { row, cells }: ImportRow): Plan {
  const values = readUser(cells);
  if (!('email' in values)) return { verdict: 'refuse', problems: values };
  const place = placeFor(values, references);
  if (!('profile_id' in place)) return { verdict: 'refuse', problems: place };
  const record = references.users.get(values.email);
  return record ? planUpdate(run, record, values, place) : planCreate(run, row, values, place);
}

interface Place {
  readonly profile_id: string;
  readonly organization_id: string | null;
  readonly partner_id: string | null;
  readonly partner_administrator_id: string | null;
}

function placeFor(values: UserValues, references: References): Place | readonly CellProblem[] {
  const problems: CellProblem[] = [];
  const profile = references.profile(values.profile, roles[values.role].type);
  if (!profile) problems.push({ field: 'user_profile', message: `There is no profile "${values.profile}"` });
  const find = (field: 'partner' | 'organization'): string | null => {
    if (values[field] === '') return null;
    const found = references.organization(values[field]);
    if (found !== 'none' && found !== 'several') return found;
    const message =
      found === 'none'
        ? `There is no ${field} "${values[field]}"`
        : 'Several organizations have this name: use the number';
    problems.push({ field, message });
    return null;
  };
  const organization_id = find('organization');
  const partner_id = find('partner');
  const administrator = values.salesRep === '' ? null : (references.userId(values.salesRep) ?? 'none');
  if (administrator === 'none') {
    problems.push({ field: 'sales_rep', message: 'There is no such partner administrator' });
  }
  if (problems.length > 0 || !profile) return problems;
  return { profile_id: profile.id, organization_id, partner_id, partner_administrator_id: administrator };
}

function planCreate(run: ImportRun, row: number, values: UserValues, place: Place): Plan {
  if (!decide(run.subject, 'users.invite').allowed)
    return refuse('', 'Your profile does not let you add users');
  return {
    verdict: 'create',
    apply: async () => {
      const id = await addUser(run, { values, place, passwordHash: run.prepared.get(row) ?? null });
      await keepKey(run, values.email, id);
    },
  };
}

function planUpdate(run: ImportRun, record: Row<'users'>, values: UserValues, place: Place): Plan {
  const { app, subject } = run;
  const { first_name, last_name, effective_date_alignment, role } = values;
  // The words of an address that is taken: people out of sight are not compared with the file.
  if (!decide(subject, 'users.view', record).allowed)
    return refuse('username', 'This address can not be used for a new user');
  const moved = placeProblem(record, place);
  if (moved) return { verdict: 'refuse', problems: [moved] };
  const administrator = place.partner_administrator_id;
  const details = {
    first_name,
    last_name,
    ...(effective_date_alignment ? { effective_date_alignment } : {}),
    ...(administrator ? { partner_administrator_id: administrator } : {}),
  };
  const edits = changesBetween({ ...record }, details).length > 0;
  const assigns = role !== record.role || place.profile_id !== record.profile_id;
  if (!edits && !assigns) return { verdict: 'unchanged' };
  if (edits && !decide(subject, 'users.edit', record).allowed)
    return refuse('username', 'You can not change this user');
  if (assigns && !decide(subject, 'users.assign_profile', record).allowed) {
    return refuse('user_profile', 'You can not change role and profile of this user');
  }
  return {
    verdict: 'update',
    apply: async () => {
      const edited = edits ? await updateUser(app, subject, record, details) : record;
      if (assigns) await assignProfile(app, subject, edited, { profile_id: place.profile_id, role });
      await keepKey(run, values.email, record.id);
    },
  };
}

/** An import does not move people: their rights would follow silently. */
function placeProblem(record: Row<'users'>, place: Place): CellProblem | null {
  if (place.organization_id && place.organization_id !== record.organization_id) {
    return { field: 'organization', message: 'This user belongs to another organization' };
  }
  // For customers the database keeps the organization's partner here, which may be named as well.
  if (place.partner_id && place.partner_id !== record.partner_id) {
    return { field: 'partner', message: 'This user belongs to another partner' };
  }
  return null;
}

function keepKey({ app, source }: ImportRun, email: string, id: string): Promise<void> {
  return keepExternalId(app.db, { source, resource: 'users', external_id: email, record_id: id });
}
