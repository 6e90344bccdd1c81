import { decide } from '../../access/decide.ts';
import { BillingRefusal } from '../../billing/refusals.ts';
import { type Permission, permissionSpec } from '../../catalog/catalog.ts';
import { invalid, Problem, type Refusal } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { labelOf } from '../records/label.ts';

interface Known {
  readonly id: string;
}

/** The use of a permission over a record, as the log tells of it when it is refused. */
export function refusalOn(permission: Permission, row: Known | null): Refusal {
  const { resource } = permissionSpec(permission);
  const itemLabel = row === null ? null : labelOf(resource, { ...row });
  return { action: permission, itemType: resource, itemId: row?.id ?? null, itemLabel };
}

/** A record whose state does not allow it: 409 with a sentence, and a line in the log. */
export function stateRefused(permission: Permission, row: Known | null, detail: string): Problem {
  return new Problem('record/state', { detail, refusal: refusalOn(permission, row) });
}

/**
 * Runs billing rules. What they refuse about a field of the request becomes 422 naming it, what they refuse about the
 * record 409; both are logged as a refused use of the permission.
 */
export function byTheRules<T>(permission: Permission, row: Known | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BillingRefusal)) throw error;
    const { field, code, message } = error;
    const refusal = refusalOn(permission, row);
    if (field === null)
      throw new Problem('record/state', { detail: message, refusal, extra: { reason: code } });
    throw new Problem('request/invalid', { fields: [{ field, code, message }], refusal });
  }
}

/** Refuses `access/over-limit` when the amount is above what the profile allows for this action. Minor units. */
export function requireWithinLimit(
  subject: SessionSubject,
  permission: Permission,
  amount: { readonly amount: number; readonly currency: string },
  row: Known | null,
): void {
  const decision = decide(subject, permission, undefined, { amount });
  if (decision.allowed) return;
  throw new Problem('access/over-limit', { refusal: { ...refusalOn(permission, row), decision } });
}

/** A reference in the body to something the person can not see, or that is not there. */
export function noSuch(field: string, what: string): Problem {
  return invalid(field, `There is no such ${what}`);
}
