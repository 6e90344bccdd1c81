import { sql } from 'kysely';
import type { z } from 'zod';
import { type Role, roles } from '../../../catalog/roles.ts';
import type { organizationRoutes } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import { likePattern, searchText } from '../../db/list-branches.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { offer, staffNamed } from '../../records/offer.ts';

type Route = (typeof organizationRoutes)['GET /organizations/assignees'];
type Wanted = z.output<Route['query']>;
type Offer = z.output<Route['output']>;
type Assignee = Offer['items'][number];

/** Whom or which partners the reader may assign to, as far as they match: what the assign dialogs offer. */
export async function assigneesFor(app: AppContext, subject: SessionSubject, wanted: Wanted): Promise<Offer> {
  switch (wanted.as) {
    case 'account_executive':
      return withinOf(subject)
        ? { items: [], more: false }
        : peopleAs(app, subject, ['account_executive'], wanted);
    case 'partner_account_executive':
      return peopleAs(app, subject, ['partner_account_executive', 'partner_administrator'], wanted);
    case 'partner':
      return partners(app, subject, wanted);
  }
}

/** A partner's people assign within their partner. */
function withinOf({ grants, partnerId }: SessionSubject): { readonly partnerId: string | null } | null {
  return roles[grants.role].type === 'partner' ? { partnerId } : null;
}

async function peopleAs(
  { db }: AppContext,
  subject: SessionSubject,
  as: readonly Role[],
  wanted: Wanted,
): Promise<Offer> {
  const within = withinOf(subject);
  let query = staffNamed(db, subject, { q: wanted.q, limit: wanted.limit + 1 })
    .where('role', 'in', as)
    .where('status', 'in', ['active', 'invited']);
  if (within) query = query.where('partner_id', '=', within.partnerId);
  if (wanted.partner_id !== undefined) query = query.where('partner_id', '=', wanted.partner_id);
  const rows = await query.execute();
  const named = rows.map(({ id, first_name, last_name, partner_id }): Assignee => {
    return { id, name: `${first_name} ${last_name}`, number: null, partner_id };
  });
  return offer(named, wanted.limit);
}

async function partners({ db }: AppContext, subject: SessionSubject, wanted: Wanted): Promise<Offer> {
  const within = withinOf(subject);
  const pattern = likePattern(searchText(wanted));
  const query = db.q
    .selectFrom('organizations')
    .select(['id', 'name', 'number'])
    .where('kind', '=', 'partner')
    .where('status', '=', 'active')
    // The index holds more of a partner than somebody who may not view it is to find it by.
    .where('search_text', 'like', pattern)
    .where(sql<boolean>`folded(number || ' ' || name) like ${pattern}`);
  const rows = await (within ? query.where('id', '=', within.partnerId) : query)
    .orderBy('name')
    .orderBy('id')
    .limit(wanted.limit + 1)
    .execute();
  const named = rows.map((row): Assignee => ({ ...row, partner_id: null }));
  return offer(named, wanted.limit);
}
