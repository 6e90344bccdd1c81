import { roles } from '../../../catalog/roles.ts';
import type { AppContext } from '../../app-context.ts';
import { invalid } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import type { OrganizationRow } from './records.ts';

export interface Assignment {
  readonly account_executive_id?: string | null | undefined;
  readonly partner_id?: string | null | undefined;
  readonly partner_account_executive_id?: string | null | undefined;
}

interface Assigned {
  readonly account_executive_id?: string | null | undefined;
  readonly parent_partner_id?: string | null | undefined;
  readonly partner_account_executive_id?: string | null | undefined;
}

/** Checks that an organization can be given to these people: they exist, are active, of the right role and partner. */
export async function requireAssignable(
  app: AppContext,
  subject: SessionSubject,
  organization: { kind: 'customer' | 'partner'; partnerId: string | null },
  to: Assigned,
  from: Pick<OrganizationRow, 'account_executive_id' | 'parent_partner_id'> | null = null,
): Promise<void> {
  if (roles[subject.grants.role].type === 'partner') refuseOutsideCohort(subject, to, from);
  if (to.account_executive_id) await requireAccountExecutive(app, to.account_executive_id);
  if (to.parent_partner_id) await requirePartner(app, organization.kind, to.parent_partner_id);
  if (to.partner_account_executive_id) {
    await requirePartnerExecutive(app, to.partner_account_executive_id, organization.partnerId);
  }
}

/** People of a partner re-assign between their own executives; who looks after it at the company is not theirs to say. */
function refuseOutsideCohort(
  subject: SessionSubject,
  to: Assigned,
  from: Parameters<typeof requireAssignable>[4],
): void {
  if (to.parent_partner_id !== undefined && to.parent_partner_id !== subject.partnerId) {
    throw invalid('partner_id', 'There is no such partner');
  }
  if (
    to.account_executive_id !== undefined &&
    to.account_executive_id !== (from?.account_executive_id ?? null)
  ) {
    throw invalid('account_executive_id', 'Partners do not change the account executive');
  }
}

async function requireAccountExecutive(app: AppContext, id: string): Promise<void> {
  const found = await app.db.q
    .selectFrom('users')
    .select('id')
    .where('id', '=', id)
    .where('role', '=', 'account_executive')
    .where('status', 'in', ['active', 'invited'])
    .executeTakeFirst();
  if (!found) throw invalid('account_executive_id', 'There is no such account executive');
}

async function requirePartner(app: AppContext, kind: 'customer' | 'partner', id: string): Promise<void> {
  if (kind === 'partner') throw invalid('partner_id', 'A partner does not belong to another partner');
  const found = await app.db.q
    .selectFrom('organizations')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', 'partner')
    .where('status', '=', 'active')
    .executeTakeFirst();
  if (!found) throw invalid('partner_id', 'There is no such partner');
}

async function requirePartnerExecutive(app: AppContext, id: string, partnerId: string | null): Promise<void> {
  const found = await app.db.q
    .selectFrom('users')
    .select('partner_id')
    .where('id', '=', id)
    .where('role', 'in', ['partner_account_executive', 'partner_administrator'])
    .where('status', 'in', ['active', 'invited'])
    .executeTakeFirst();
  if (!found || partnerId === null || found.partner_id !== partnerId) {
    throw invalid('partner_account_executive_id', 'There is no such person at this partner');
  }
}
