import { holds } from '../../../access/holds.ts';
import { ruleFor } from '../../../access/subject.ts';
import type { FieldProblem } from '../../../contract/problems.ts';
import type { AppContext } from '../../app-context.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { holdOwnRights } from '../users/own-rights.ts';
import { couldGive, refuseExceeding } from './editor-rights.ts';
import { type ProfileRow, partnersOf, replacePartners } from './repository.ts';
import { book, requireEditable } from './service.ts';

/** Sets the partners whose administrators may give a profile: only one that whoever sets them could give too. */
export async function setPartners(
  app: AppContext,
  subject: SessionSubject,
  record: ProfileRow,
  partnerIds: readonly string[],
): Promise<ProfileRow> {
  requireEditable(record);
  if (record.role_type !== 'partner') throw invalid('partner_ids', 'Only Partner profiles have partners');
  const ids = [...new Set(partnerIds)];
  const before = await partnersOf(app.db, record.id);
  const added = ids.filter((id) => before.every((partner) => partner.id !== id));
  if (added.length === 0 && ids.length === before.length) return record;
  await requirePartners(app, subject, added, partnerIds);
  await holdOwnRights(app, subject);
  const refused = added.filter((id) => !couldGive(subject, record, id));
  refuseExceeding(
    'profiles.edit',
    record,
    refused.map((id) => ({
      field: `partner_ids.${partnerIds.indexOf(id)}`,
      code: 'confer/exceeds-own-rights',
      message: 'You can not give this profile yourself',
    })),
  );
  await replacePartners(app.db, record.id, ids);
  const after = await partnersOf(app.db, record.id);
  const names = (partners: { name: string }[]) => partners.map(({ name }) => name);
  return book(app, subject, record, {
    action: 'profiles.edit',
    values: {},
    changes: [{ field: 'partners', from: names(before), to: names(after) }],
    detail: { partner_ids: { from: before.map(({ id }) => id), to: after.map(({ id }) => id) } },
  });
}

async function requirePartners(
  app: AppContext,
  subject: SessionSubject,
  added: readonly string[],
  asked: readonly string[],
): Promise<void> {
  if (added.length === 0) return;
  const rows = await app.db.q
    .selectFrom('organizations')
    .selectAll()
    .where('id', 'in', [...added])
    .where('kind', '=', 'partner')
    .execute();
  const rule = ruleFor(subject, 'organizations.view');
  const seen = new Set(rows.filter((row) => holds(rule, row)).map((row) => row.id));
  const fields = added
    .filter((id) => !seen.has(id))
    .map((id): FieldProblem => {
      const field = `partner_ids.${asked.indexOf(id)}`;
      return { field, code: 'missing', message: 'There is no such partner' };
    });
  if (fields.length > 0) throw new Problem('request/invalid', { fields });
}
