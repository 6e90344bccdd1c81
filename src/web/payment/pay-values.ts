import type { Invoice } from '../../contract/invoices.ts';
import { fromMinor, toMinor } from '../lib/money-input.ts';
import { creditAlone } from './chosen-method.ts';
import type { MethodEntry } from './method-entry.ts';

/** The pay dialog as its fields hold it, with a method that is added in it. */
export type PayValues = MethodEntry & {
  /** Ids of the invoices that are paid, besides the one that was opened, if one was. */
  others: readonly string[];
  use_credit: boolean;
  /** A method's id, or one of the words of `MethodChoice`. */
  payment_method_id: string;
  /** Empty until it is typed: then it is what is left. */
  amount: string;
};

/** What can be paid, and what there is to pay it with. Minor units, all in one currency. */
export type Payable = {
  /** The one that was opened comes first, else the one that is due first. */
  invoices: readonly [Invoice, ...Invoice[]];
  /** One was opened to be paid: others can be paid with it. Without, each is a choice. */
  opened: boolean;
  /** More are open than one payment takes: those that are due first are offered. */
  more: boolean;
  currency: string;
  /** All credit that the payer may use. */
  credit: number;
};

/** What the chosen invoices come to, and what is left of it after the credit. */
export type PaySums = { owed: number; credit: number; rest: number };

export function chosenInvoices({ invoices, opened }: Payable, { others }: PayValues): Invoice[] {
  return invoices.filter(({ id }, place) => (opened && place === 0) || others.includes(id));
}

export function sumsOf(payable: Payable, values: PayValues): PaySums {
  const owed = chosenInvoices(payable, values).reduce((sum, { balance }) => sum + balance.amount, 0);
  const credit = values.use_credit ? Math.min(payable.credit, owed) : 0;
  return { owed, credit, rest: owed - credit };
}

/** What will be charged: what was typed, or all that is left. Null for what is no amount. */
export function chargeOf(values: PayValues, { rest }: PaySums, currency: string): number | null {
  if (rest === 0 || values.payment_method_id === creditAlone) return 0;
  return values.amount.trim() === '' ? rest : toMinor(values.amount, currency) || null;
}

/** Why a typed amount can not be charged, for a field's `validate`. */
export function checkAmount(
  text: string,
  { rest }: PaySums,
  currency: string,
  says: (example: string) => string,
) {
  if (text.trim() === '') return true;
  return (toMinor(text, currency) ?? 0) > 0 || says(fromMinor(Math.max(rest, 1), currency));
}
