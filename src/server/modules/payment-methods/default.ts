import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import { lockAccount } from '../../commerce/account.ts';
import { refusalOn } from '../../commerce/refusals.ts';
import { codeOf } from '../../http/access-gate.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord } from '../../records/change-record.ts';
import { type MethodRow, requirePresent } from './records.ts';
import { usableMethods } from './usable.ts';

const permission = 'payment_methods.set_default';

/** Makes a method the one that is charged unless another is chosen. Of two chosen at once, the later one stays. */
export async function setDefault(
  app: AppContext,
  subject: SessionSubject,
  record: MethodRow,
): Promise<MethodRow> {
  requirePresent(permission, record);
  if (record.is_default) return record;
  await lockAccount(app.db, record.organization_id);
  await clearDefault(app, subject, await usableMethods(app.db, record.organization_id));
  return changeRecord({ app, subject, record, permission, values: { is_default: true } });
}

/** Takes the mark off whichever of the methods has it: two can not have it, not even for a moment. */
export async function clearDefault(
  app: AppContext,
  subject: SessionSubject,
  methods: readonly MethodRow[],
): Promise<void> {
  for (const record of methods.filter(({ is_default }) => is_default))
    await changeRecord({ app, subject, record, permission, values: { is_default: false } });
}

/** Who adds a method takes the mark off another only where they could have chosen among them. */
export function requireMayReplace(subject: SessionSubject, methods: readonly MethodRow[]): void {
  const before = methods.find(({ is_default }) => is_default);
  if (!before) return;
  const decision = decide(subject, permission, before);
  if (decision.allowed) return;
  throw new Problem(codeOf(decision.code), { refusal: { ...refusalOn(permission, before), decision } });
}
