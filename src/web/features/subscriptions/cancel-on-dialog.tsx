import { useState } from 'react';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { BookingDialog } from '../../bookings/booking-dialog.tsx';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { TextField } from '../../ui/text-field.tsx';
import { ReasonField } from './reason-field.tsx';

const says = subscriptionTexts.cancel;

/** On any day; unused time becomes credit. */
export function CancelOnDialog({ row, onClose }: ActionDialogProps<Subscription>) {
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const why = given ? undefined : says.reasonMissing;
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/cancel-on/preview"
      bookKey="POST /subscriptions/:id/cancel-on"
      params={{ id: row.id }}
      body={date ? { date, reason: given || says.noReason } : null}
      title={says.title(row.number)}
      description={row.organization.name}
      confirm={says.confirm}
      done={says.done(row.number)}
      tone="danger"
      dismiss={says.keep}
      missing={date ? why : says.dateMissing}
      dirty={date !== '' || given !== ''}
      onClose={onClose}
      fields={(errorOf) => (
        <>
          <TextField
            label={says.date}
            type="date"
            required
            value={date}
            onChange={(event) => setDate(event.target.value)}
            error={errorOf('date')}
          />
          <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} />
        </>
      )}
    />
  );
}
