import { type ReactNode, useState } from 'react';
import type { Booking } from '../../contract/bookings.ts';
import { bookingTexts as says } from '../texts/bookings.ts';
import { uiTexts } from '../texts/ui.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';
import { UnsavedWarning } from '../ui/unsaved-warning.tsx';
import { BookingPreviewView } from './booking-preview-view.tsx';
import type { BookingPath, BookingRequest } from './booking-routes.ts';
import { type ErrorOf, errorOf, PreviewFailure } from './preview-failure.tsx';
import { PreviewLoading } from './preview-loading.tsx';
import { reloadAll, useBooking } from './use-booking.ts';

export type BookingDialogProps<P extends BookingPath> = BookingRequest<P> & {
  title: string;
  description?: ReactNode;
  /** Says what happens: "Pause subscription", never "OK". */
  confirm: string;
  /** Said once it is booked. */
  done: string | ((booked: Booking) => string);
  tone?: 'primary' | 'danger';
  /** On the button that books nothing; "Cancel", unless said otherwise. */
  dismiss?: string | undefined;
  /** Why it can not be confirmed yet, although its preview is there. */
  missing?: string | undefined;
  /** What is asked stands above its preview, which follows every change; each field is named as in the body. */
  fields?: (errorOf: ErrorOf) => ReactNode;
  /** True while something typed would be lost. */
  dirty?: boolean;
  /** Back to the form that the body comes from. */
  onBack?: () => void;
  onClose: () => void;
  /** Where to go once it is booked; the dialog closes, unless said otherwise. */
  onBooked?: (booked: Booking) => unknown;
};

/** Shows exactly what would be booked, then books exactly that. */
export function BookingDialog<const P extends BookingPath>(props: BookingDialogProps<P>) {
  const { fields, missing, onClose, onBack, confirm, tone = 'primary', dirty = false } = props;
  const booking = useBooking(props);
  const { preview, current, error } = booking;
  const { send, busy, failure } = useSend(props, booking.book);
  const bookable = missing ?? (error ? says.failed : current ? undefined : says.notYet);
  const footer = (
    <>
      {missing && preview ? <p className="me-auto self-center text-ink-muted">{missing}</p> : null}
      {onBack ? <Button onClick={onBack}>{says.back}</Button> : null}
      <Button onClick={onClose}>{props.dismiss ?? uiTexts.cancel}</Button>
      <Button tone={tone} busy={busy} disabledReason={bookable} onClick={send}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={props.title}
      description={props.description}
      size="medium"
      side="end"
      dirty={dirty}
      footer={footer}
    >
      <div className="flex flex-col gap-4">
        <UnsavedWarning when={dirty && !busy} />
        {fields?.(errorOf(error))}
        {booking.moved ? <Alert tone="warning">{says.moved}</Alert> : null}
        {failure ? <Alert tone="danger">{messageOf(failure)}</Alert> : null}
        {error ? (
          <PreviewFailure error={error} onRetry={booking.refetch} besideFields={Boolean(fields)} />
        ) : null}
        {props.body === null && !error ? (
          <p className="text-ink-muted">{missing ?? says.incomplete}</p>
        ) : null}
        {props.body !== null && !error && !preview ? <PreviewLoading /> : null}
        {preview ? <BookingPreviewView preview={preview} current={current} /> : null}
      </div>
    </Dialog>
  );
}

function useSend<P extends BookingPath>(
  { done, onClose, onBooked }: BookingDialogProps<P>,
  book: () => Promise<Booking | null>,
) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const send = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const booked = await book();
      if (!booked) return;
      toast.success(typeof done === 'string' ? done : done(booked), documentsOf(booked));
      await (onBooked ?? onClose)(booked);
      await reloadAll();
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, failure };
}

function documentsOf({ invoice, credit }: Booking): string | undefined {
  const sentences = [
    ...(invoice ? [says.booked.invoice(invoice.number)] : []),
    ...(credit ? [says.booked.credit(credit.number)] : []),
  ];
  return sentences.join(' ') || undefined;
}
