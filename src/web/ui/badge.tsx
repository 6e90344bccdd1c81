import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneClasses } from './tones.ts';

/** A state in words, tinted; the colour never says more than the word. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex items-center rounded-full px-2 text-xs leading-5 font-medium whitespace-nowrap',
        toneClasses[tone],
      )}
    >
      {children}
    </span>
  );
}
