import {
  findTestNumber,
  holderProblem,
  issueToken,
  numberProblem,
  problemsOf,
  type Tokenised,
} from './simulated-token.ts';

/** A card as somebody types it in. It stays in the browser. */
export type CardEntry = {
  number: string;
  /** `MM/YY` or `MM/YYYY`. */
  expiry: string;
  code: string;
  holder: string;
};

/** Turns a card into a token of the simulated gateway, in the browser; nothing of the number but its end is in it. */
export function tokeniseCard(entry: CardEntry, today: Date): Tokenised<keyof CardEntry> {
  const number = entry.number.replace(/[\s-]/g, '');
  const test = findTestNumber('card', number);
  const expiry = readExpiry(entry.expiry);
  const problems = problemsOf<keyof CardEntry>({
    number: numberProblem(test, isCardNumber(number)),
    expiry: expiryProblem(expiry, today),
    code: /^\d{3,4}$/.test(entry.code.trim()) ? null : 'Enter the three or four digits of the security code',
    holder: holderProblem(entry.holder),
  });
  if (test === undefined || problems.length > 0) return { ok: false, problems };
  return issueToken(test, entry.holder, expiry);
}

/** Length and check digit (Luhn). */
export function isCardNumber(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const digits = Array.from(number, Number).toReversed();
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The brand by the number's first digits, as far as they were typed; null while it is open. */
export function cardBrand(number: string): string | null {
  const digits = number.replace(/\D/g, '');
  return brands.find(({ starts }) => starts.test(digits))?.brand ?? null;
}

const brands = [
  { brand: 'Visa', starts: /^4/ },
  { brand: 'Mastercard', starts: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/ },
  { brand: 'American Express', starts: /^3[47]/ },
];

/** `YYYY-MM`, or null where it can not be read. */
function readExpiry(text: string): string | null {
  const found = /^(0?[1-9]|1[0-2])\s*[/-]\s*(?:20)?(\d{2})$/.exec(text.trim());
  const [, month, year] = found ?? [];
  return month === undefined || year === undefined ? null : `20${year}-${month.padStart(2, '0')}`;
}

function expiryProblem(expiry: string | null, today: Date): string | null {
  if (expiry === null) return 'Enter month and year, such as 08/29';
  const month = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}`;
  return expiry < month ? 'This card has expired' : null;
}
