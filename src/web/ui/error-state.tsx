import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { messageOf } from './message-of.ts';

export type ErrorStateProps = { error: unknown; title?: string; onRetry?: (() => unknown) | undefined };

export function ErrorState({ error, title = uiTexts.loadFailed, onRetry }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <p className="text-base font-semibold">{title}</p>
      <p className="max-w-prose text-ink-muted">{messageOf(error)}</p>
      {onRetry ? <Button onClick={() => onRetry()}>{uiTexts.retry}</Button> : null}
    </div>
  );
}
