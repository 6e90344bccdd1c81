export type Money = { amount: number; currency: string };

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

function formatsIn({ timeZone, locale }: Shown) {
  const zone = timeZone === undefined ? {} : { timeZone };
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  return {
    dates: date({ dateStyle: 'medium', ...zone }),
    times: date({ dateStyle: 'medium', timeStyle: 'short', ...zone }),
    exact: date({ dateStyle: 'full', timeStyle: 'long', ...zone }),
    /** A calendar date has no time zone: it is the same day everywhere. */
    calendar: date({ dateStyle: 'medium', timeZone: 'UTC' }),
    months: {
      long: date({ year: 'numeric', month: 'long', timeZone: 'UTC' }),
      card: date({ year: 'numeric', month: 'short', timeZone: 'UTC' }),
      axis: date({ month: 'short', timeZone: 'UTC' }),
    },
    numbers: new Intl.NumberFormat(locale),
    decimals: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
  };
}

/** How the reader sees dates and numbers; what is undefined is as the browser has it. */
export type Shown = { timeZone?: string | undefined; locale?: string | undefined };

let shown: Shown = {};
let formats = formatsIn(shown);

/** From now on, times are shown in this zone, and dates and numbers are written this way. */
export function showIn(next: Shown): void {
  if (next.timeZone === shown.timeZone && next.locale === shown.locale) return;
  try {
    formats = formatsIn(next);
    shown = next;
  } catch {
    // A zone that this browser does not know: what was shown before stays.
  }
}

/** In words, so in the language of the texts. */
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

export function formatDate(value: string): string {
  return dateOnly.test(value)
    ? formats.calendar.format(new Date(value))
    : formats.dates.format(new Date(value));
}

const written = /(?<![\w-])(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])/g;

/** A sentence of the server with its days as the reader writes them. */
export function withDates(sentence: string): string {
  return sentence.replace(written, formatDate);
}

/** The month of a calendar date, or of "2026-11": "November 2026"; "Nov 2026" on a card; "Nov" on an axis. */
export function formatMonth(value: string, style: 'long' | 'card' | 'axis' = 'long'): string {
  return formats.months[style].format(new Date(value));
}

export function formatDateTime(value: string): string {
  return formats.times.format(new Date(value));
}

export function formatExact(value: string): string {
  return dateOnly.test(value) ? formatDate(value) : formats.exact.format(new Date(value));
}

const steps = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
] as const;

/** "5 minutes ago" up to a month, then the date. */
export function formatRelative(value: string): string {
  const seconds = (new Date(value).getTime() - Date.now()) / 1000;
  const distance = Math.abs(seconds);
  if (distance > 30 * 86_400) return formatDate(value);
  const [unit, size] = steps.findLast((step) => distance >= step[1]) ?? ['second', 1];
  return relative.format(Math.round(seconds / size), unit);
}

/** How long something took: "40 ms", "2.3 s", "3 min 20 s". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${formatNumber(Math.round(milliseconds))} ms`;
  if (milliseconds < 60_000) return `${formatNumber(Math.round(milliseconds / 100) / 10)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${formatNumber(Math.floor(seconds / 60))} min ${seconds % 60} s`;
}

export function formatNumber(value: number): string {
  return formats.numbers.format(value);
}

/** With one decimal at most. */
export function formatDecimal(value: number): string {
  return formats.decimals.format(value);
}

/** Minor units to the reader's notation; how many there are in one depends on the currency. */
export function formatMoney(money: Money | null | undefined): string {
  if (!money) return '';
  const format = new Intl.NumberFormat(shown.locale, { style: 'currency', currency: money.currency });
  return format.format(money.amount / 10 ** minorDigits(money.currency));
}

/** Short enough for the axis of a chart: "€12K". */
export function formatMoneyShort(money: Money): string {
  const format = new Intl.NumberFormat(shown.locale, {
    style: 'currency',
    currency: money.currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return format.format(money.amount / 10 ** minorDigits(money.currency));
}

function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat(shown.locale, { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** The capped count of a list: "1,000+". */
export function formatCount(count: { count: number; capped: boolean } | undefined): string | undefined {
  return count === undefined ? undefined : `${formatNumber(count.count)}${count.capped ? '+' : ''}`;
}

export function fullName(person: { first_name: string; last_name: string }): string {
  return `${person.first_name} ${person.last_name}`.trim();
}
