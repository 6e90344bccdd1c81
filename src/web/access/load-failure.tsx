import { ApiProblem } from '../lib/api-problem.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { NotFound } from './not-found.tsx';
import { Refusal } from './refusal.tsx';

/** The page in place of one that could not be loaded: refused, missing, or failed and worth another try. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry?: (() => unknown) | undefined }) {
  if (error instanceof ApiProblem && error.status === 403) return <Refusal problem={error} />;
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />;
  return <ErrorState error={error} onRetry={onRetry} />;
}
