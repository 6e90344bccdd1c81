import type { ErrorComponentProps } from '@tanstack/react-router';
import { LoadFailure } from '../access/load-failure.tsx';
import { requireServer } from '../lib/api.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { shellTexts } from '../texts/shell.ts';
import { Button } from '../ui/button.tsx';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';

/** The script of a page is asked for once; the next try is the whole page, once somebody would answer. */
async function reloadWhenThere(): Promise<void> {
  await requireServer().then(
    () => window.location.reload(),
    (error: unknown) => toast.failure(messageOf(error)),
  );
}

/** Where an error ends that no page expected. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  if (error instanceof ApiProblem) {
    const gone = error.code === 'unreachable';
    return <LoadFailure error={error} onRetry={gone ? reloadWhenThere : reset} />;
  }
  return (
    <section role="alert" className="mx-auto my-12 flex max-w-xl flex-col items-start gap-3 p-6">
      <h1 className="text-lg font-semibold">{shellTexts.crashTitle}</h1>
      <p className="text-ink-muted">{shellTexts.crashText}</p>
      <code className="max-w-full rounded bg-subtle px-2 py-1 text-xs wrap-anywhere">{messageOf(error)}</code>
      <Button tone="primary" onClick={() => void reloadWhenThere()}>
        {shellTexts.reload}
      </Button>
    </section>
  );
}
