import type { z } from 'zod';
import type { organizationCreate } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import { requirePermission } from '../../http/access-gate.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { createUser } from '../users/service.ts';
import type { OrganizationRow } from './records.ts';
import { createOrganization } from './service.ts';

type Asked = z.output<typeof organizationCreate>;

/** Adds an organization, with the person who signs in for it where one is named: both, or neither. */
export async function addWithFirstUser(
  app: AppContext,
  subject: SessionSubject,
  { first_user, ...values }: Asked,
): Promise<OrganizationRow> {
  if (!first_user) return createOrganization(app, subject, values);
  requirePermission(subject, 'users.invite');
  if (values.kind === 'partner') {
    throw invalid('first_user', 'People of a partner are added on the page of users', 'not_applicable');
  }
  const organization = await createOrganization(app, subject, values);
  const person = { ...first_user, role: 'customer' as const, organization_id: organization.id };
  await createUser(app, subject, person).catch((error: unknown) => {
    throw error instanceof Problem ? within('first_user', error) : error;
  });
  return organization;
}

/** The same problem, its fields named as they stand in the request. */
function within(part: string, { code, particulars }: Problem): Problem {
  const fields = particulars.fields?.map((one) => ({ ...one, field: `${part}.${one.field}` }));
  return new Problem(code, { ...particulars, ...(fields ? { fields } : {}) });
}
