import { roles } from '../../src/catalog/roles.ts';
import type { Reader } from '../world/readers.ts';
import type { Listing } from './listing.ts';

/** Which records a reader reaches, as somebody would write it by hand: alternatives that one index each can answer. */
export interface Shape {
  readonly table: Listing['table'];
  readonly name: string;
  /** Disjoint conditions on `o`, with their parameters as $1, $2; `created_or_assigned` has two, of a partner three. */
  readonly branches: readonly string[];
  readonly values: readonly string[];
  /** Behind the second fence. */
  readonly fenced: boolean;
}

const created = 'o.created_by = $1';
const executive = 'o.account_executive_id = $1 and o.created_by is distinct from $1';
const partnerExecutive =
  'o.partner_account_executive_id = $2 and o.partner_id = $1 and o.created_by is distinct from $2';
const ofPartner =
  'o.partner_id = $1 and o.created_by is distinct from $2 and o.partner_account_executive_id is distinct from $2';

/** The hand-written condition of every role and scope. */
export function shapeOf(reader: Reader, { table, own }: Pick<Listing, 'table' | 'own'>): Shape {
  const { type } = roles[reader.subject.grants.role];
  return {
    table,
    ...conditionsOf(reader, `o.${own} = $1`),
    fenced: type === 'customer' || type === 'partner',
  };
}

/** An organization is its own organization: `id` says the same. */
function conditionsOf({ subject, scope }: Reader, mine: string): Omit<Shape, 'fenced' | 'table'> {
  const { userId, organizationId, partnerId } = subject;
  switch (subject.grants.role) {
    case 'global_administrator':
    case 'system_administrator':
      if (scope === 'all') return { name: 'everything', branches: ['true'], values: [] };
      return { name: 'created', branches: [created], values: [userId] };
    case 'account_executive':
      if (scope === 'all') return { name: 'everything', branches: ['true'], values: [] };
      if (scope === 'created') return { name: 'created', branches: [created], values: [userId] };
      return { name: 'created_or_assigned', branches: [created, executive], values: [userId] };
    case 'partner_administrator':
    case 'partner_account_executive': {
      if (scope === 'all')
        return { name: 'cohort', branches: ['o.partner_id = $1'], values: [partnerId ?? ''] };
      const values = [partnerId ?? '', userId];
      const own = 'o.created_by = $2 and o.partner_id = $1';
      if (scope === 'created') return { name: 'cohort_created', branches: [own], values };
      const branches = [own, partnerExecutive, `${mine} and ${ofPartner}`];
      return { name: 'cohort_created_or_assigned', branches, values };
    }
    case 'customer': {
      if (scope === 'all') return { name: 'own', branches: [mine], values: [organizationId ?? ''] };
      const values = [organizationId ?? '', userId];
      return { name: 'own_created', branches: [`${mine} and o.created_by = $2`], values };
    }
  }
}
