import { LoadFailure } from '../access/load-failure.tsx';
import { ApiProblem } from '../lib/api-problem.ts';
import { bookingTexts as says } from '../texts/bookings.ts';
import { Alert } from '../ui/alert.tsx';

/** What is wrong with one field, named as in the body. */
export type ErrorOf = (field: string) => string | undefined;

export function errorOf(error: unknown): ErrorOf {
  const problems = error instanceof ApiProblem ? error.fields : [];
  return (field) => problems.find((problem) => problem.field === field)?.message;
}

type PreviewFailureProps = {
  error: unknown;
  onRetry: () => unknown;
  /** What is wrong stands beside its field already. */
  besideFields: boolean;
};

/** In place of a preview: the rule that refuses it, or the reason why there is none. */
export function PreviewFailure({ error, onRetry, besideFields }: PreviewFailureProps) {
  const said = refusalOf(error, besideFields);
  if (said === null) return <LoadFailure within error={error} onRetry={onRetry} />;
  return (
    <Alert tone="danger" title={says.failed}>
      {said}
    </Alert>
  );
}

function refusalOf(error: unknown, besideFields: boolean): string | null {
  if (!(error instanceof ApiProblem) || (error.status !== 409 && error.status !== 422)) return null;
  if (besideFields || error.fields.length === 0) return error.message;
  return error.fields.map(({ message }) => message).join(' ');
}
