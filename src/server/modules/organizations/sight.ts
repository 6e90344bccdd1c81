import type { z } from 'zod';
import { holds } from '../../../access/holds.ts';
import { ruleFor } from '../../../access/subject.ts';
import type { bulkAssignment } from '../../../contract/organizations.ts';
import type { AppContext } from '../../app-context.ts';
import { loadPeople, type Person, type SessionSubject } from '../../http/session-subject.ts';
import type { OrganizationRow } from './records.ts';
import { peopleOfPartners } from './repository.ts';
import type { assignmentOf } from './service.ts';

type Sight = z.output<typeof bulkAssignment>['sight'];

interface Move {
  readonly before: OrganizationRow;
  readonly to: ReturnType<typeof assignmentOf>;
}

/**
 * Who sees fewer organizations once they are moved, and who sees more: asked of the rule that every request of theirs
 * is decided by. Only people who look after these organizations, now or then, and others that the reader may view.
 */
export async function sightOf(
  app: AppContext,
  subject: SessionSubject,
  moves: readonly Move[],
): Promise<Sight> {
  const people = await loadPeople(app.db, await concerned(app, subject, moves), subject.now);
  const told = [...people.values()].map((person) => ({ person, ...difference(person, moves) }));
  const list = (of: 'loses' | 'gains') =>
    told
      .filter((one) => one[of] > 0)
      .map(({ person, ...one }) => ({ id: person.userId, name: person.name, organizations: one[of] }));
  return { loses: list('loses'), gains: list('gains') };
}

function difference(person: Person, moves: readonly Move[]): { loses: number; gains: number } {
  const rule = ruleFor(person, 'organizations.view');
  const seen = moves.map(({ before, to }) => ({
    before: holds(rule, before),
    after: holds(rule, { ...before, ...to, partner_id: partnerThen(before, to) }),
  }));
  return {
    loses: seen.filter(({ before, after }) => before && !after).length,
    gains: seen.filter(({ before, after }) => after && !before).length,
  };
}

/** As the database derives it: a partner is its own. */
function partnerThen(before: OrganizationRow, to: Move['to']): string | null {
  return before.kind === 'partner' ? before.id : to.parent_partner_id;
}

async function concerned(
  app: AppContext,
  subject: SessionSubject,
  moves: readonly Move[],
): Promise<string[]> {
  const executives = moves.flatMap(({ before, to }) => [
    before.account_executive_id,
    before.partner_account_executive_id,
    to.account_executive_id,
    to.partner_account_executive_id,
  ]);
  const partners = moves.flatMap(({ before, to }) => {
    const then = partnerThen(before, to);
    return before.partner_id === then ? [] : [before.partner_id, then];
  });
  const rule = ruleFor(subject, 'users.view');
  const staff = (await peopleOfPartners(app.db, known(partners))).filter((row) => holds(rule, row));
  return known([...executives, ...staff.map(({ id }) => id)]);
}

function known(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
