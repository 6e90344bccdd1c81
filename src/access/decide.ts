import {
  type Permission,
  type PermissionOn,
  permissionSpec,
  permissionsOf,
  type ResourceKey,
} from '../catalog/catalog.ts';
import { grantOf } from './grants.ts';
import { holds, matchedBy, type Row } from './holds.ts';
import { recordRulesFor, type Subject } from './subject.ts';

/** The steps of a decision, in order. The first that fails decides. */
export const steps = [
  'user_active',
  'role_ceiling',
  'navigation',
  'level',
  'action',
  'login_as',
  'boundary',
  'scope',
  'limit',
  'record_state',
] as const;
export type StepKey = (typeof steps)[number];

/** The stable code of a refusal, by the step that failed. */
export const refusalCodes: Record<StepKey, string> = {
  user_active: 'access/user-not-active',
  role_ceiling: 'access/role-ceiling',
  navigation: 'access/navigation-hidden',
  level: 'access/level',
  action: 'access/action-not-granted',
  login_as: 'access/inside-login-as',
  boundary: 'access/outside-boundary',
  scope: 'access/outside-scope',
  limit: 'access/over-limit',
  record_state: 'access/record-state',
};

export interface Step {
  readonly step: StepKey;
  readonly passed: boolean;
  /** For boundary and scope: the column and value that matched. */
  readonly matched?: { column: string; value: string };
}

/** What was decided and why: the steps that were asked, up to and including the first that failed. */
export interface Decision {
  readonly allowed: boolean;
  readonly permission: Permission;
  readonly steps: readonly Step[];
  /** Null when allowed. */
  readonly code: string | null;
  readonly failed: StepKey | null;
}

/** What a decision may depend on beyond the record. */
export interface Circumstances {
  /** Minor units and currency, for actions with a limit. */
  readonly amount?: { amount: number; currency: string };
  /** Set by the module: false when the record's state forbids the action now. */
  readonly stateAllows?: boolean;
}

/**
 * Decides one permission for one person, over a record when there is one.
 * Without a record, boundary and scope are left to the predicate of the list.
 * @throws never refuses by throwing: an exception here is a defect, not a denial
 */
export function decide(
  subject: Subject,
  permission: Permission,
  record?: Row,
  more: Circumstances = {},
): Decision {
  const failed = firstFailure(subject, permission, record, more);
  const asked = failed === null ? steps : steps.slice(0, steps.indexOf(failed) + 1);
  return {
    allowed: failed === null,
    permission,
    failed,
    code: failed === null ? null : refusalCodes[failed],
    steps: asked.map((step) => describe(step, step !== failed, subject, permission, record)),
  };
}

/** The first step that refuses, or null. The one place where the order of the steps is law. */
export function firstFailure(
  subject: Subject,
  permission: Permission,
  record?: Row,
  { amount, stateAllows = true }: Circumstances = {},
): StepKey | null {
  if (subject.status !== 'active') return 'user_active';
  const grant = grantOf(subject.grants, permission);
  if (grant.refusedAt !== null) return grant.refusedAt;
  if (record) {
    const { boundary, scope } = recordRulesFor(subject, permission);
    if (!holds(boundary, record)) return 'boundary';
    if (!holds(scope, record)) return 'scope';
  }
  if (amount && grant.limits && amount.amount > (grant.limits[amount.currency] ?? 0)) return 'limit';
  return stateAllows ? null : 'record_state';
}

function describe(
  step: StepKey,
  passed: boolean,
  subject: Subject,
  permission: Permission,
  record?: Row,
): Step {
  if (!record || !passed || (step !== 'boundary' && step !== 'scope')) return { step, passed };
  const matched = matchedBy(recordRulesFor(subject, permission)[step], record);
  return matched ? { step, passed, matched } : { step, passed };
}

/** What the reader may do with one row: every permission of the resource that needs a record, decided as on use. */
export type Can<R extends ResourceKey> = Partial<Record<PermissionOn<R>, boolean>>;

/** Answers `can` for one row, by the same decision that a use of the permission meets. */
export function canOnRow<R extends ResourceKey>(subject: Subject, resource: R, row: Row): Can<R> {
  const { refused, open } = onRowsOf(subject, resource);
  const can = { ...refused };
  for (const permission of open) can[permission] = firstFailure(subject, permission, row) === null;
  return can as Can<R>;
}

/** What is refused on every row of a resource, as `can` says it, and what depends on the row. */
interface OnRows {
  readonly refused: Readonly<Record<string, boolean>>;
  readonly open: readonly Permission[];
}

const onRows = new WeakMap<Subject, Map<ResourceKey, OnRows>>();

/** Kept per subject: a list asks for every row. What is refused without a record is refused with each. */
function onRowsOf(subject: Subject, resource: ResourceKey): OnRows {
  const known = onRows.get(subject) ?? new Map<ResourceKey, OnRows>();
  const kept = known.get(resource);
  if (kept) return kept;
  const asked = permissionsOf(resource).filter((permission) => {
    const { action, verb } = permissionSpec(permission);
    return verb !== 'view' && !action?.creates;
  });
  const found = {
    refused: Object.fromEntries(asked.map((permission) => [permission, false])),
    open: asked.filter((permission) => firstFailure(subject, permission) === null),
  };
  onRows.set(subject, known.set(resource, found));
  return found;
}
