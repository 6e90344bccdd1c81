import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

export type CardProps = {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  className?: string;
};

/** A bordered section; `flush` for a table that fills it. */
export function Card({ title, actions, children, flush = false, className }: CardProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className={clsx('rounded-lg border border-line bg-surface', className)}
    >
      {title ? (
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-1">
          <h2 id={titleId} className="font-semibold">
            {title}
          </h2>
          {actions}
        </div>
      ) : null}
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  );
}
