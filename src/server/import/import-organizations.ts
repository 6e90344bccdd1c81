import { decide } from '../../access/decide.ts';
import { changesBetween } from '../audit/audit.ts';
import type { Row } from '../db/tables.ts';
import { createOrganization, updateOrganization } from '../modules/organizations/service.ts';
import { claimExternalId, findExternal } from './external-ids.ts';
import { type Importer, type ImportRow, type ImportRun, type Plan, refuse } from './importer.ts';
import { type OrganizationValues, organizationFields, readOrganization } from './organization-fields.ts';

type Organization = Row<'organizations'>;

export const organizationImporter: Importer<'organizations'> = {
  resource: 'organizations',
  permission: 'organizations.import',
  fields: organizationFields,
  keyField: 'external_id',
  keyOf,
  labelOf: (cells) => cells.name || keyOf(cells),
  prepare: async (run, rows) => {
    const known = await loadKnown(
      run,
      rows.map(({ cells }) => keyOf(cells)),
    );
    return (row) => planRow(run, row, known.get(keyOf(row.cells)));
  },
};

function keyOf(cells: ImportRow['cells']): string {
  return cells.external_id ?? '';
}

async function loadKnown(run: ImportRun, keys: readonly string[]): Promise<Map<string, Organization>> {
  const { db } = run.app;
  const ids = await findExternal(db, run.source, 'organizations', keys);
  if (ids.size === 0) return new Map();
  const rows = await db.q
    .selectFrom('organizations')
    .selectAll()
    .where('id', 'in', [...ids.values()])
    .orderBy('id')
    .forUpdate()
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...ids].flatMap(([key, id]) => {
      const row = byId.get(id);
      return row ? [[key, row] as const] : [];
    }),
  );
}

function planRow(run: ImportRun, { cells }: ImportRow, record: Organization | undefined): Plan {
  const read = readOrganization(cells, run.dateFormat);
  if ('problems' in read) return { verdict: 'refuse', problems: read.problems };
  return record ? planUpdate(run, record, read.values) : planCreate(run, cells, read.values);
}

function planCreate(run: ImportRun, cells: ImportRow['cells'], values: OrganizationValues): Plan {
  const { app, subject, source } = run;
  if (!decide(subject, 'organizations.create').allowed)
    return refuse('', 'Your profile does not let you add organizations');
  return {
    verdict: 'create',
    apply: async () => {
      const { id } = await createOrganization(app, subject, values);
      await claimExternalId(app.db, {
        source,
        resource: 'organizations',
        external_id: keyOf(cells),
        record_id: id,
      });
    },
  };
}

const notYours = 'You can not change the organization that has this id';

function planUpdate({ app, subject }: ImportRun, record: Organization, values: OrganizationValues): Plan {
  const { kind, ...details } = values;
  // What it holds is compared for its viewers only: an answer "unchanged" would tell the others.
  if (!decide(subject, 'organizations.view', record).allowed) return refuse('external_id', notYours);
  const changes = changesBetween(record, details);
  const otherKind = kind !== undefined && kind !== record.kind;
  if (changes.length === 0 && !otherKind) return { verdict: 'unchanged' };
  if (!decide(subject, 'organizations.edit', record).allowed) {
    return refuse('external_id', notYours);
  }
  if (otherKind) return refuse('kind', `The organization is a ${record.kind}, which can not be changed`);
  return {
    verdict: 'update',
    apply: async () => {
      await updateOrganization(app, subject, record, details);
    },
  };
}
