import { useState } from 'react';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { type CancellationTiming, cancellationTimings } from '../../../contract/timings.ts';
import { BookingDialog } from '../../bookings/booking-dialog.tsx';
import { oneOf } from '../../lib/url-search.ts';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { ReasonField } from './reason-field.tsx';

const says = subscriptionTexts.cancel;

function timingsOf(row: Subscription): readonly CancellationTiming[] {
  return cancellationTimings.filter((when) => when !== 'end_of_term' || row.term !== null);
}

/** At the end of the term or of what is invoiced. */
export function CancelDialog({ row, onClose }: ActionDialogProps<Subscription>) {
  const timings = timingsOf(row);
  const [when, setWhen] = useState<CancellationTiming>(timings[0] ?? 'end_of_period');
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/cancel/preview"
      bookKey="POST /subscriptions/:id/cancel"
      params={{ id: row.id }}
      body={{ when, reason: given || says.noReason }}
      title={says.title(row.number)}
      description={row.organization.name}
      confirm={says.confirm}
      done={says.done(row.number)}
      tone="danger"
      dismiss={says.keep}
      missing={given ? undefined : says.reasonMissing}
      dirty={given !== '' || when !== timings[0]}
      onClose={onClose}
      fields={(errorOf) => (
        <>
          <SelectField
            label={says.when}
            options={timings.map((value) => ({ value, label: says.timings[value] }))}
            value={when}
            onChange={(event) => setWhen(oneOf(event.target.value, timings) ?? when)}
            error={errorOf('when')}
          />
          <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} />
        </>
      )}
    />
  );
}
