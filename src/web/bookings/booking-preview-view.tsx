import clsx from 'clsx';
import type { BookingPreview } from '../../contract/bookings.ts';
import { formatDate } from '../lib/format.ts';
import { bookingTexts as says } from '../texts/bookings.ts';
import { Alert } from '../ui/alert.tsx';
import { orderSentence, waitingSentence } from './booking-words.ts';
import { DocumentTable } from './document-table.tsx';
import { PreviewFacts } from './preview-facts.tsx';

/** Somebody without a mouse scrolls a long preview from here. */
const focusable = { tabIndex: 0 };

/** What confirming will book, exactly. `current` is false while a newer one is on its way. */
export function BookingPreviewView({
  preview,
  current = true,
}: {
  preview: BookingPreview;
  current?: boolean;
}) {
  const order = orderSentence(preview);
  const waiting = waitingSentence(preview);
  return (
    <section
      {...focusable}
      aria-label={says.preview}
      aria-busy={!current}
      className={clsx('flex flex-col gap-3 rounded-lg transition-opacity', current ? null : 'opacity-60')}
    >
      <h3 className="text-base font-semibold">{order ?? waiting}</h3>
      {order !== null && waiting !== null ? <Alert tone="warning">{waiting}</Alert> : null}
      <Documents preview={preview} />
      <Upcoming preview={preview} />
      <PreviewFacts preview={preview} />
    </section>
  );
}

function Documents({ preview: { invoice, credit } }: { preview: BookingPreview }) {
  if (!invoice && !credit) return <p>{says.nothing}</p>;
  return (
    <>
      {invoice ? <DocumentTable title={says.invoice} document={invoice} /> : null}
      {credit ? <DocumentTable title={says.credit} document={credit} /> : null}
    </>
  );
}

function Upcoming({ preview: { upcoming } }: { preview: BookingPreview }) {
  if (!upcoming) return null;
  const { on, invoices, credits } = upcoming;
  const day = says.upcoming(formatDate(on));
  if (invoices.length === 0 && credits.length === 0) return <p>{`${day} ${says.upcomingNothing}`}</p>;
  return (
    <>
      <p>{day}</p>
      {invoices.map((one) => (
        <DocumentTable key={`invoice ${one.issue_on}`} title={says.invoice} document={one} />
      ))}
      {credits.map((one) => (
        <DocumentTable key={`credit ${one.issue_on}`} title={says.credit} document={one} />
      ))}
    </>
  );
}
