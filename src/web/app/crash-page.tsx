import type { ErrorComponentProps } from '@tanstack/react-router';
import { LoadFailure } from '../access/load-failure.tsx';
import { ApiProblem } from '../lib/api-problem.ts';
import { shellTexts } from '../texts/shell.ts';
import { Button } from '../ui/button.tsx';
import { messageOf } from '../ui/message-of.ts';

/** Where an error ends that no page expected. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  if (error instanceof ApiProblem) return <LoadFailure error={error} onRetry={reset} />;
  return (
    <section role="alert" className="mx-auto my-12 flex max-w-xl flex-col items-start gap-3 p-6">
      <h1 className="text-lg font-semibold">{shellTexts.crashTitle}</h1>
      <p className="text-ink-muted">{shellTexts.crashText}</p>
      <code className="max-w-full rounded bg-subtle px-2 py-1 text-xs wrap-anywhere">{messageOf(error)}</code>
      <Button tone="primary" onClick={() => window.location.reload()}>
        {shellTexts.reload}
      </Button>
    </section>
  );
}
