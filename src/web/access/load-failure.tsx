import { ApiProblem } from '../lib/api-problem.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { NotFound } from './not-found.tsx';
import { Refusal } from './refusal.tsx';

type LoadFailureProps = {
  error: unknown;
  onRetry?: (() => unknown) | undefined;
  /** Below a heading that stays: then this is a part of that page and not the page. */
  within?: boolean;
};

/** In place of what could not be loaded: refused, missing, or failed and worth another try. */
export function LoadFailure({ error, onRetry, within = false }: LoadFailureProps) {
  if (error instanceof ApiProblem && error.status === 403) return <Refusal problem={error} within={within} />;
  if (error instanceof ApiProblem && error.status === 404) return <NotFound within={within} />;
  return <ErrorState error={error} onRetry={onRetry} />;
}
