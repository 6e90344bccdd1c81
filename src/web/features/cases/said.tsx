import clsx from 'clsx';
import type { ReactNode } from 'react';
import { DateTime } from '../../ui/date-time.tsx';

type SaidProps = {
  /** Who. */
  name: string;
  /** When. */
  at: string;
  /** In what capacity, in a word or a badge. */
  note?: ReactNode;
  /** Sets apart those who answer from those who ask. */
  answers?: boolean;
  children: ReactNode;
};

/** One contribution of a thread: who and when, then what they wrote, line by line. */
export function Said({ name, at, note, answers = false, children }: SaidProps) {
  return (
    <li className={clsx('border-s-2 ps-3', answers ? 'border-accent' : 'border-line-strong')}>
      <p className="flex flex-wrap items-center gap-x-2 text-ink-muted">
        <span className="font-medium text-ink wrap-anywhere">{name}</span>
        {note}
        <DateTime value={at} style="time" />
      </p>
      <div className="mt-1 whitespace-pre-wrap wrap-anywhere">{children}</div>
    </li>
  );
}
