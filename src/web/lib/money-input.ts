import { minorDigits } from '../../contract/minor-digits.ts';

const decimal = /^(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:([.,])(\d+))?$/u;
/** As much as the API takes. */
const most = 1_000_000_000_000;

/**
 * A typed amount in minor units, exactly: "49", "49.5" and "1 200,00" in EUR are 4900, 4950 and 120000.
 * Null for what is no amount, has more decimals than the currency, or can be read in two ways ("1,200").
 */
export function toMinor(text: string, currency: string): number | null {
  const [, whole, separator, fraction = ''] = decimal.exec(text.trim()) ?? [];
  const digits = minorDigits(currency);
  if (whole === undefined || fraction.length > digits) return null;
  if (separator === ',' && fraction.length === 3) return null;
  const amount = Number(whole.replaceAll(/\D/g, '') + fraction.padEnd(digits, '0'));
  return amount <= most ? amount : null;
}

/** Minor units as they stand in a form: 4900 in EUR is "49.00". */
export function fromMinor(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
