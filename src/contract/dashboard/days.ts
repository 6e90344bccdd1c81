/** Months that a trend shows, the running one included. */
export const trendMonths = 12;

const at = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month: month - 1, day };
};
const written = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The day that many days after a calendar date. */
export function daysAfter(date: string, days: number): string {
  const { year, month, day } = at(date);
  return written(Date.UTC(year, month, day + days));
}

/** A month by its first and last day. */
export interface Month {
  readonly first: string;
  readonly last: string;
}

/** The months of a trend that ends today, the oldest first. */
export function monthsUntil(today: string): readonly Month[] {
  return Array.from({ length: trendMonths }, (_, n) => monthBefore(today, trendMonths - 1 - n));
}

/** The first day of the trend that ends today. */
export function trendStart(today: string): string {
  return monthBefore(today, trendMonths - 1).first;
}

function monthBefore(today: string, months: number): Month {
  const { year, month } = at(today);
  const place = month - months;
  return { first: written(Date.UTC(year, place, 1)), last: written(Date.UTC(year, place + 1, 0)) };
}
