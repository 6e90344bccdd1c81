import type { ReactNode } from 'react';

export type PageHeaderProps = {
  title: string;
  /** State badges beside the title. */
  status?: ReactNode;
  /** Number, kind, or one sentence below the title. */
  subtitle?: ReactNode;
  /** Buttons; the main one last. */
  actions?: ReactNode;
  /** A link above the title, to the list this page belongs to. */
  back?: ReactNode;
};

/** The page's one h1; also names the browser tab. */
export function PageHeader({ title, status, subtitle, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <title>{`${title} · Ambit`}</title>
      <div className="min-w-0">
        {back ? <div className="mb-1">{back}</div> : null}
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 tabIndex={-1} className="text-xl leading-7 font-semibold tracking-tight wrap-anywhere">
            {title}
          </h1>
          {status}
        </div>
        {subtitle ? <div className="text-ink-muted">{subtitle}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
