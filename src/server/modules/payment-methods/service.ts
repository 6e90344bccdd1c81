import type { AppContext } from '../../app-context.ts';
import { accountFor } from '../../commerce/account.ts';
import { type DescribedMethod, GatewayRefused, GatewayUnavailable } from '../../gateway/payment-gateway.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord, changeRecord } from '../../records/change-record.ts';
import { clearDefault, requireMayReplace } from './default.ts';
import { type MethodRow, requirePresent } from './records.ts';
import { usableMethods } from './usable.ts';

interface NewMethod {
  readonly organization_id: string;
  readonly token: string;
  readonly label: string | null;
  readonly make_default: boolean;
}

/** Keeps what the gateway says of a token. Where an organization has no default, it becomes that. */
export async function addMethod(
  app: AppContext,
  subject: SessionSubject,
  { organization_id, token, label, make_default }: NewMethod,
): Promise<MethodRow> {
  const described = await describe(app, token);
  await accountFor(app, subject, organization_id, 'payment_methods.add');
  const methods = await usableMethods(app.db, organization_id);
  if (make_default) requireMayReplace(subject, methods);
  const is_default = make_default || !methods.some((row) => row.is_default);
  if (is_default) await clearDefault(app, subject, methods);
  const { kind, last_four, expiry } = described;
  const brand = described.brand === null ? null : oneLine(described.brand, 40);
  const holder = oneLine(described.holder, 100);
  return addRecord({
    app,
    subject,
    permission: 'payment_methods.add',
    values: {
      ...{ organization_id, kind, brand, last_four, expiry, holder, label, token, is_default },
      gateway: app.gateway.name,
    },
    // Not the token, which is as good as the card.
    log: {
      changes: Object.entries({ kind, brand, last_four }).map(([field, to]) => ({ field, from: null, to })),
    },
  });
}

/** It stands in mails and tables; what a gateway passes on from a page is not to be trusted. */
function oneLine(text: string, most: number): string {
  return (
    text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, most) || 'Unknown'
  );
}

async function describe({ gateway }: AppContext, token: string): Promise<DescribedMethod> {
  try {
    return await gateway.describe(token);
  } catch (error) {
    if (error instanceof GatewayRefused)
      throw invalid('token', 'The payment provider does not know this token');
    if (error instanceof GatewayUnavailable)
      throw new Problem('server/not-ready', {
        detail: 'The payment provider can not be reached. Try again a little later.',
        retryAfterSeconds: 30,
      });
    throw error;
  }
}

export async function editMethod(
  app: AppContext,
  subject: SessionSubject,
  record: MethodRow,
  values: { label?: string | null | undefined },
): Promise<MethodRow> {
  requirePresent('payment_methods.edit', record);
  return changeRecord({ app, subject, record, permission: 'payment_methods.edit', values });
}
