import { holds } from '../../../access/holds.ts';
import { ruleFor } from '../../../access/subject.ts';
import { type Role, roles } from '../../../catalog/roles.ts';
import type { FieldProblem } from '../../../contract/problems.ts';
import type { AppContext } from '../../app-context.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

/** What a role ties a person to; roles of the same kind can replace each other. */
export function placeOf(role: Role): 'organization' | 'partner' | 'none' {
  const { type } = roles[role];
  if (type === 'customer') return 'organization';
  return type === 'partner' ? 'partner' : 'none';
}

export interface Place {
  readonly organization_id: string | null;
  readonly partner_id: string | null;
  readonly partner_administrator_id: string | null;
}

type Asked = { readonly [K in keyof Place]?: string | null | undefined };

const words = {
  organization_id: 'organization',
  partner_id: 'partner',
  partner_administrator_id: 'partner administrator',
} as const satisfies Record<keyof Place, string>;

/** Checks where a new person is put: what their role needs, nothing else, and only what the inviter can see. */
export async function requirePlace(
  app: AppContext,
  subject: SessionSubject,
  role: Role,
  asked: Asked,
): Promise<Place> {
  requireFields(role, asked);
  const place = {
    organization_id: asked.organization_id ?? null,
    partner_id: asked.partner_id ?? null,
    partner_administrator_id: asked.partner_administrator_id ?? null,
  };
  if (place.organization_id)
    await requireOrganization(app, subject, 'organization_id', place.organization_id);
  if (place.partner_id) await requireOrganization(app, subject, 'partner_id', place.partner_id);
  if (place.partner_administrator_id) {
    await requirePartnerAdministrator(app, subject, place.partner_administrator_id, place.partner_id);
  }
  return place;
}

function requireFields(role: Role, asked: Asked): void {
  const place = placeOf(role);
  const rules: Record<keyof Place, 'required' | 'allowed' | 'none'> = {
    organization_id: place === 'organization' ? 'required' : 'none',
    partner_id: place === 'partner' ? 'required' : 'none',
    partner_administrator_id: role === 'partner_account_executive' ? 'allowed' : 'none',
  };
  const fields = (Object.keys(rules) as (keyof Place)[]).flatMap((field): FieldProblem[] => {
    const given = (asked[field] ?? null) !== null;
    if (rules[field] === 'required' && !given) {
      return [{ field, code: 'required', message: `This role needs a ${words[field]}` }];
    }
    if (rules[field] === 'none' && given) {
      return [{ field, code: 'not_applicable', message: `This role has no ${words[field]}` }];
    }
    return [];
  });
  if (fields.length > 0) throw new Problem('request/invalid', { fields });
}

/** An organization out of sight is refused exactly as one that does not exist. */
async function requireOrganization(
  app: AppContext,
  subject: SessionSubject,
  field: 'organization_id' | 'partner_id',
  id: string,
): Promise<void> {
  const row = await app.db.q
    .selectFrom('organizations')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'active')
    .forShare()
    .executeTakeFirst();
  const fits = row && (field === 'organization_id' || row.kind === 'partner');
  if (!fits || !holds(ruleFor(subject, 'organizations.view'), row)) {
    throw invalid(field, `There is no such ${words[field]}`, 'missing');
  }
}

/** A Partner Administrator sees no others of their kind, so they can name themselves only. */
export async function requirePartnerAdministrator(
  app: AppContext,
  subject: SessionSubject,
  id: string,
  partnerId: string | null,
): Promise<void> {
  const row = await app.db.q.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  const fits =
    row?.role === 'partner_administrator' && row.status !== 'deactivated' && row.partner_id === partnerId;
  const seen = row && (row.id === subject.userId || holds(ruleFor(subject, 'users.view'), row));
  if (!fits || !seen) {
    throw invalid('partner_administrator_id', 'There is no such partner administrator', 'missing');
  }
}
