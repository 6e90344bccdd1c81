import type { PaymentMethodKind } from '../../contract/test-cards.ts';
import { tokeniseAch, tokeniseIban } from '../lib/simulated-bank-account.ts';
import { tokeniseCard } from '../lib/simulated-card.ts';

/** What somebody types in. Number, code and account stay in the page. */
export type MethodEntry = {
  kind: PaymentMethodKind;
  number: string;
  expiry: string;
  code: string;
  routing: string;
  account: string;
  iban: string;
  holder: string;
};

/** The fields that are emptied as soon as there is a token. */
export const secretFields = ['number', 'expiry', 'code', 'routing', 'account', 'iban'] as const;

export const noEntry: MethodEntry = {
  kind: 'card',
  number: '',
  expiry: '',
  code: '',
  routing: '',
  account: '',
  iban: '',
  holder: '',
};

/** What is wrong with the entry, in the shape of a server's answer: each problem stands beside its field. */
class EntryRefused extends Error {
  readonly fields: readonly { field: string; message: string }[];

  constructor(fields: readonly { field: string; message: string }[]) {
    super(fields[0]?.message ?? '');
    this.fields = fields;
  }
}

/** Turns what was typed into a token, in the page; throws what is wrong with it. */
export function tokenOf(entry: MethodEntry): string {
  const made = tokenise(entry);
  if (made.ok) return made.token;
  throw new EntryRefused(made.problems);
}

function tokenise(entry: MethodEntry) {
  switch (entry.kind) {
    case 'card':
      return tokeniseCard(entry, new Date());
    case 'ach':
      return tokeniseAch(entry);
    case 'bank_transfer':
      return tokeniseIban(entry);
  }
}
