import type { ReactNode } from 'react';
import mark from '../../favicon.svg';
import { shellTexts } from '../../texts/shell.ts';

/** The narrow page of everybody who is not signed in. */
export function PublicPage({
  title,
  text,
  children,
}: {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-4 px-4 py-8">
      <title>{`${title} · ${shellTexts.product}`}</title>
      <p className="flex items-center gap-2 font-semibold">
        <img src={mark} alt="" width={20} height={20} />
        {shellTexts.product}
      </p>
      <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 sm:p-6">
        <div>
          <h1 tabIndex={-1} className="text-lg font-semibold">
            {title}
          </h1>
          {text ? <p className="mt-1 text-ink-muted">{text}</p> : null}
        </div>
        {children}
      </div>
    </main>
  );
}
