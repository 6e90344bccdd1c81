import { bookingTexts as says } from '../texts/bookings.ts';
import { Spinner } from '../ui/spinner.tsx';

export function PreviewLoading() {
  return (
    <p role="status" className="flex items-center gap-2 py-6 text-ink-muted">
      <Spinner />
      {says.loading}
    </p>
  );
}
