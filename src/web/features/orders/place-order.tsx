import type { Order } from '../../../contract/orders.ts';
import { BookingDialog } from '../../bookings/booking-dialog.tsx';
import { orderTexts } from '../../texts/orders.ts';

const says = orderTexts.placing;

export function PlaceOrder({ row, onClose }: { row: Order; onClose: () => void }) {
  return (
    <BookingDialog
      title={says.title(row.number)}
      description={says.text(row.organization.name)}
      previewKey="POST /orders/:id/place/preview"
      bookKey="POST /orders/:id/place"
      params={{ id: row.id }}
      body={{}}
      confirm={says.confirm}
      done={({ subscription }) => says.done(subscription.number)}
      onClose={onClose}
    />
  );
}
