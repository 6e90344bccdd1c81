import { formatDate, formatDateTime, formatExact, formatRelative } from '../lib/format.ts';
import { uiTexts } from '../texts/ui.ts';

export type DateTimeProps = { value: string | null | undefined; style?: 'date' | 'time' | 'relative' };

const styles = { date: formatDate, time: formatDateTime, relative: formatRelative };

/** In the reader's locale; the exact time on hover. */
export function DateTime({ value, style = 'date' }: DateTimeProps) {
  if (!value) return uiTexts.empty;
  return (
    <time dateTime={value} title={formatExact(value)}>
      {styles[style](value)}
    </time>
  );
}
