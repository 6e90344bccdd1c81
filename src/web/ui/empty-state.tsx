import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: string;
  /** Why it is empty, and what to do next. */
  text?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
};

export function EmptyState({ title, text, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      {icon ? <span className="text-ink-muted">{icon}</span> : null}
      <p className="text-base font-semibold">{title}</p>
      {text ? <p className="max-w-prose text-ink-muted">{text}</p> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
