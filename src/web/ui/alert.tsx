import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneClasses } from './tones.ts';

/** A notice inside a page or form; `danger` is announced at once. */
export function Alert({
  tone = 'info',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={clsx('rounded-md px-3 py-2', toneClasses[tone])}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}
