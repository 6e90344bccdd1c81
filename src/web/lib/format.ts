export type Money = { amount: number; currency: string };

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

type Formats = Readonly<Record<'dates' | 'times' | 'exact', Intl.DateTimeFormat>>;

function formatsIn(timeZone: string | undefined): Formats {
  const zone = timeZone === undefined ? {} : { timeZone };
  return {
    dates: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', ...zone }),
    times: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', ...zone }),
    exact: new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long', ...zone }),
  };
}

/** A calendar date has no time zone: it is the same day everywhere. */
const calendar = formatsIn('UTC').dates;
let formats = formatsIn(undefined);
let shownZone: string | undefined;

/** Times are shown in the company's time zone from now on: people who speak of one see one. */
export function showTimesIn(timeZone: string): void {
  if (timeZone === shownZone) return;
  try {
    formats = formatsIn(timeZone);
    shownZone = timeZone;
  } catch {
    // A zone that this browser does not know: its own stays.
  }
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const numbers = new Intl.NumberFormat();

export function formatDate(value: string): string {
  return dateOnly.test(value) ? calendar.format(new Date(value)) : formats.dates.format(new Date(value));
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
  return numbers.format(value);
}

/** Minor units to the reader's notation; how many there are in one depends on the currency. */
export function formatMoney(money: Money | null | undefined): string {
  if (!money) return '';
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency: money.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(money.amount / 10 ** digits);
}

/** The capped count of a list: "1,000+". */
export function formatCount(count: { count: number; capped: boolean } | undefined): string | undefined {
  return count === undefined ? undefined : `${formatNumber(count.count)}${count.capped ? '+' : ''}`;
}

export function fullName(person: { first_name: string; last_name: string }): string {
  return `${person.first_name} ${person.last_name}`.trim();
}
