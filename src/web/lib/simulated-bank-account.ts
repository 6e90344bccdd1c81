import { testRoutingNumber } from '../../contract/test-cards.ts';
import {
  findTestNumber,
  holderProblem,
  issueToken,
  numberProblem,
  problemsOf,
  type Tokenised,
} from './simulated-token.ts';

/** A United States bank account as somebody types it in. It stays in the browser. */
export type AchEntry = { routing: string; account: string; holder: string };
/** An account with an IBAN as somebody types it in. It stays in the browser. */
export type IbanEntry = { iban: string; holder: string };

/** Turns an ACH account into a token of the simulated gateway, in the browser. */
export function tokeniseAch(entry: AchEntry): Tokenised<keyof AchEntry> {
  const account = entry.account.replace(/[\s-]/g, '');
  const test = findTestNumber('ach', account);
  const problems = problemsOf<keyof AchEntry>({
    routing: routingProblem(entry.routing.trim()),
    account: numberProblem(test, /^\d{4,17}$/.test(account)),
    holder: holderProblem(entry.holder),
  });
  if (test === undefined || problems.length > 0) return { ok: false, problems };
  return issueToken(test, entry.holder, null);
}

/** Turns an IBAN into a token of the simulated gateway, in the browser. */
export function tokeniseIban(entry: IbanEntry): Tokenised<keyof IbanEntry> {
  const iban = entry.iban.replace(/\s/g, '').toUpperCase();
  const test = findTestNumber('bank_transfer', iban);
  const problems = problemsOf<keyof IbanEntry>({
    iban: numberProblem(test, isIban(iban)),
    holder: holderProblem(entry.holder),
  });
  if (test === undefined || problems.length > 0) return { ok: false, problems };
  return issueToken(test, entry.holder, null);
}

/** Length and check digits (ISO 13616: the rest by 97 is 1). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`;
  return (
    Array.from(moved).reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0) === 1
  );
}

function routingProblem(routing: string): string | null {
  if (!isRoutingNumber(routing)) return 'This routing number is not right; check it for a slip';
  if (routing === testRoutingNumber) return null;
  return `This installation only simulates payments: use ${testRoutingNumber}`;
}

/** Nine digits with the check digit of the American Bankers Association. */
function isRoutingNumber(routing: string): boolean {
  if (!/^\d{9}$/.test(routing)) return false;
  const weights = [3, 7, 1];
  return (
    Array.from(routing, Number).reduce((sum, digit, at) => sum + digit * (weights[at % 3] ?? 0), 0) % 10 === 0
  );
}
