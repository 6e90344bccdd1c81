import {
  type PaymentMethodKind,
  type SimulatedToken,
  simulatedTokenPrefix,
  type TestNumber,
  testNumbers,
} from '../../contract/test-cards.ts';

export type EntryProblem<Field extends string> = { field: Field; message: string };

/** A token and what may be shown of the method, or what is wrong with the entry, field by field. */
export type Tokenised<Field extends string> =
  | { ok: true; token: string; shown: Pick<SimulatedToken, 'kind' | 'brand' | 'last_four' | 'expiry'> }
  | { ok: false; problems: EntryProblem<Field>[] };

const notATestNumber = 'This installation only simulates payments: use one of its test numbers';

export function findTestNumber(kind: PaymentMethodKind, number: string): TestNumber | undefined {
  return testNumbers.find((test) => test.kind === kind && test.number === number);
}

/** What is wrong with the number: first a slip of the finger, then a number that is not for tests. */
export function numberProblem(test: TestNumber | undefined, valid: boolean): string | null {
  if (!valid) return 'This number is not right; check it for a slip';
  return test === undefined ? notATestNumber : null;
}

export function holderProblem(holder: string): string | null {
  const length = holder.trim().length;
  if (length === 0) return 'Enter the name of the holder';
  return length > 100 ? 'At most 100 characters' : null;
}

export function problemsOf<Field extends string>(
  found: Readonly<Record<Field, string | null>>,
): EntryProblem<Field>[] {
  const problems: EntryProblem<Field>[] = [];
  for (const field in found) {
    const message = found[field];
    if (message !== null) problems.push({ field, message });
  }
  return problems;
}

/** What the gateway would answer to the browser: all of the method but its number. */
export function issueToken<Field extends string>(
  { kind, brand, number, outcome }: TestNumber,
  holder: string,
  expiry: string | null,
): Tokenised<Field> {
  const shown = { kind, brand, last_four: number.slice(-4), expiry };
  const content: SimulatedToken = { ...shown, holder: holder.trim(), outcome };
  const token = `${simulatedTokenPrefix}${base64url(JSON.stringify(content))}.${randomHex()}`;
  return { ok: true, token, shown };
}

function base64url(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Two methods entered alike are still two tokens. */
function randomHex(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
