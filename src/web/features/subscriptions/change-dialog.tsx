import { useState } from 'react';
import type { Subscription } from '../../../contract/subscriptions.ts';
import type { ChangeTiming } from '../../../contract/timings.ts';
import { useSession } from '../../access/use-session.ts';
import { BookingDialog } from '../../bookings/booking-dialog.tsx';
import { quantityOf } from '../../bookings/quantity-field.tsx';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { ChangeFields, type ChangeValues } from './change-fields.tsx';
import { usualTiming } from './timing-of.ts';

const says = subscriptionTexts.change;

type ChangeBody = { plan_version_id?: string; quantity?: number; when: ChangeTiming };

/** Only what is another than now; null when nothing is, or the quantity is none. */
function bodyOf(row: Subscription, { planVersionId, quantity, when }: ChangeValues): ChangeBody | null {
  const wanted = quantityOf(quantity);
  if (wanted === null) return null;
  const plan = planVersionId === row.plan.version_id ? {} : { plan_version_id: planVersionId };
  const units = wanted === row.quantity ? {} : { quantity: wanted };
  const changes = { ...plan, ...units };
  return Object.keys(changes).length === 0 ? null : { ...changes, when };
}

/** Another plan, another quantity, or both; the preview below follows. */
export function ChangeDialog({ row, onClose }: ActionDialogProps<Subscription>) {
  const { user } = useSession();
  const [values, setValues] = useState<ChangeValues>(() => ({
    planVersionId: row.plan.version_id,
    quantity: String(row.quantity),
    when: usualTiming(row, user),
  }));
  const body = bodyOf(row, values);
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/change/preview"
      bookKey="POST /subscriptions/:id/change"
      params={{ id: row.id }}
      body={body}
      title={says.title(row.number)}
      description={row.organization.name}
      confirm={says.confirm}
      done={values.when === 'immediately' ? says.done(row.number) : says.waits(row.number)}
      missing={body ? undefined : says.unchanged}
      dirty={body !== null || values.quantity !== String(row.quantity)}
      onClose={onClose}
      fields={(errorOf) => <ChangeFields row={row} values={values} onChange={setValues} errorOf={errorOf} />}
    />
  );
}
