import type { z } from 'zod';
import type { caseEdit } from '../../../contract/cases.ts';
import type { AppContext } from '../../app-context.ts';
import { changesBetween } from '../../audit/audit.ts';
import { stateRefused } from '../../commerce/refusals.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord } from '../../records/change-record.ts';
import { linkColumns } from './links.ts';
import { requireRequester } from './open.ts';
import type { CaseRow } from './records.ts';
import { sideIn } from './side.ts';
import { requireReopens, requireTakesReplies, statusChange, statusColumns } from './states.ts';
import { tellAbout } from './tell.ts';

/** Changes what a case is about and who sees it. */
export async function editCase(
  app: AppContext,
  subject: SessionSubject,
  record: CaseRow,
  { subscription_id, invoice_id, ...values }: z.output<typeof caseEdit>,
): Promise<CaseRow> {
  requireRequester(values.visibility ?? record.visibility, record.requester_id);
  const link = await linkColumns(app.db, subject, record.organization_id, { subscription_id, invoice_id });
  return changeRecord({
    app,
    subject,
    record,
    permission: 'cases.edit',
    values: { ...values, ...link },
    log: { changes: [...changesBetween(record, sent(values)), ...linkChange(record, link)], detail: link },
  });
}

function sent(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

type Link = Awaited<ReturnType<typeof linkColumns>>;

/** Which record it is about is for those who may view that; the history of the case says only what kind. */
function linkChange(before: CaseRow, link: Link) {
  const after = {
    subscription_id: link.subscription_id === undefined ? before.subscription_id : link.subscription_id,
    invoice_id: link.invoice_id === undefined ? before.invoice_id : link.invoice_id,
  };
  if (changesBetween(before, after).length === 0) return [];
  return [{ field: 'about', from: kindOf(before), to: kindOf(after) }];
}

function kindOf({ subscription_id, invoice_id }: Pick<CaseRow, 'subscription_id' | 'invoice_id'>) {
  if (subscription_id !== null) return 'a subscription';
  return invoice_id === null ? null : 'an invoice';
}

/** Closes a case that is not closed yet. */
export async function closeCase(app: AppContext, subject: SessionSubject, record: CaseRow): Promise<CaseRow> {
  if (record.status === 'closed') throw stateRefused('cases.close', record, 'The case is closed already.');
  return changeRecord({
    app,
    subject,
    record,
    permission: 'cases.close',
    values: statusColumns('closed', app.clock()),
    log: { changes: statusChange(record, 'closed') },
  });
}

/** Opens a settled case again, without a reply. */
export async function reopenCase(
  app: AppContext,
  subject: SessionSubject,
  record: CaseRow,
): Promise<CaseRow> {
  if (record.settled_at === null) throw stateRefused('cases.reply', record, 'The case is open.');
  requireTakesReplies('cases.reply', record, app.clock());
  await requireReopens(app, 'cases.reply', record);
  const reopened = await changeRecord({
    app,
    subject,
    record,
    permission: 'cases.reply',
    values: statusColumns('open', app.clock()),
    log: { action: 'cases.reopen', changes: statusChange(record, 'open') },
  });
  const side = await sideIn(app.db, subject, reopened);
  await tellAbout(app, { event: 'reopened', record: reopened, by: subject, side, text: null });
  return reopened;
}
