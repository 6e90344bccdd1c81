import type { AppContext } from '../app-context.ts';
import { type AuditEntry, auditAll } from '../audit/audit.ts';
import type { FieldChange } from '../db/columns.ts';
import type { Row } from '../db/tables.ts';
import { moneyChange } from '../words.ts';

/** Money that was put to invoices, or taken back from them, as their log tells of it. */
interface Told {
  /** `invoices.` and what happened. */
  readonly action: `invoices.${'payment_received' | 'payment_failed' | 'refunded' | 'credit_applied'}`;
  /** What it was done with: a payment, a credit. */
  readonly by: readonly FieldChange[];
  /** By how much each invoice asks for less, minor units; negative where it asks for more again. */
  readonly parts: readonly { readonly invoiceId: string; readonly amount: number }[];
}

type Before = Pick<Row<'invoices'>, 'id' | 'number' | 'balance' | 'currency'>;

/** An entry for each invoice that a part reaches, were it by nothing; `invoices` are as they were before. */
export function invoiceEntries(invoices: readonly Before[], { action, by, parts }: Told): AuditEntry[] {
  return invoices.flatMap(({ id, number, balance, currency }) => {
    const own = parts.filter(({ invoiceId }) => invoiceId === id);
    if (own.length === 0) return [];
    const to = own.reduce((left, { amount }) => left - amount, balance);
    const moved = to === balance ? [] : [moneyChange('balance', { from: balance, to }, currency)];
    return [{ action, itemType: 'invoices', itemId: id, itemLabel: number, changes: [...by, ...moved] }];
  });
}

/** Tells the log of each of the invoices. */
export async function tellInvoices(app: AppContext, invoices: readonly Before[], told: Told): Promise<void> {
  await auditAll(app.db, invoiceEntries(invoices, told));
}

/** A field of the log that names something, rather than a value that became another. */
export function named(field: string, to: string): FieldChange {
  return { field, from: undefined, to };
}
