import type { NewRow } from '../db/tables.ts';
import { firstNames, jobTitles, lastNames } from './names.ts';
import type { Setting } from './setting.ts';

const otherKinds = ['billing', 'technical', 'other'] as const;

/** A primary contact for every organization, and for many of them another. */
export function demoContacts(
  { random }: Setting,
  organizations: readonly NewRow<'organizations'>[],
): NewRow<'contacts'>[] {
  return organizations.flatMap((organization, index) => {
    const more = random.chance(0.5) ? 1 + random.below(2) : 0;
    return Array.from({ length: 1 + (index === 0 ? 2 : more) }, (_, n): NewRow<'contacts'> => {
      const first_name = random.pick(firstNames);
      const last_name = random.pick(lastNames);
      const created_at = new Date(organization.created_at ?? 0);
      return {
        id: random.id(created_at),
        organization_id: organization.id,
        first_name,
        last_name,
        email: `${first_name}.${last_name}.${index + 1}${'abc'[n] ?? ''}@demo.example`.toLowerCase(),
        phone: organization.phone ?? null,
        job_title: random.pick(jobTitles),
        kind: n === 0 ? 'primary' : random.pick(otherKinds),
        created_by: organization.created_by ?? null,
        created_at,
        updated_at: created_at,
      };
    });
  });
}
