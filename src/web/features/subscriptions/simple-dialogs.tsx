import type { Subscription } from '../../../contract/subscriptions.ts';
import { BookingDialog } from '../../bookings/booking-dialog.tsx';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { subscriptionTexts as texts } from '../../texts/subscriptions.ts';

type Props = ActionDialogProps<Subscription>;

export function UndoChangeDialog({ row, onClose }: Props) {
  const says = texts.undoChange;
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/undo-change/preview"
      bookKey="POST /subscriptions/:id/undo-change"
      params={{ id: row.id }}
      body={{}}
      title={says.title(row.number)}
      confirm={says.confirm}
      done={says.done}
      onClose={onClose}
    />
  );
}

export function UndoCancellationDialog({ row, onClose }: Props) {
  const says = texts.undoCancellation;
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/undo-cancellation/preview"
      bookKey="POST /subscriptions/:id/undo-cancellation"
      params={{ id: row.id }}
      body={{}}
      title={says.title(row.number)}
      confirm={says.confirm}
      done={says.done}
      onClose={onClose}
    />
  );
}

export function RenewDialog({ row, onClose }: Props) {
  const says = texts.renew;
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/renew/preview"
      bookKey="POST /subscriptions/:id/renew"
      params={{ id: row.id }}
      body={{}}
      title={says.title(row.number)}
      confirm={says.confirm}
      done={says.done(row.number)}
      onClose={onClose}
    />
  );
}

export function AutoRenewDialog({ row, onClose }: Props) {
  const says = texts.autoRenew;
  const on = !row.auto_renew;
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/auto-renew/preview"
      bookKey="POST /subscriptions/:id/auto-renew"
      params={{ id: row.id }}
      body={{ auto_renew: on }}
      title={on ? says.titleOn(row.number) : says.titleOff(row.number)}
      description={on ? says.textOn : says.textOff}
      confirm={on ? says.turnOn : says.turnOff}
      done={on ? says.doneOn(row.number) : says.doneOff(row.number)}
      onClose={onClose}
    />
  );
}

export function PauseDialog({ row, onClose }: Props) {
  const says = texts.pause;
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/pause/preview"
      bookKey="POST /subscriptions/:id/pause"
      params={{ id: row.id }}
      body={{}}
      title={says.title(row.number)}
      description={says.text}
      confirm={says.confirm}
      done={says.done(row.number)}
      onClose={onClose}
    />
  );
}

export function ResumeDialog({ row, onClose }: Props) {
  const says = texts.resume;
  return (
    <BookingDialog
      previewKey="POST /subscriptions/:id/resume/preview"
      bookKey="POST /subscriptions/:id/resume"
      params={{ id: row.id }}
      body={{}}
      title={says.title(row.number)}
      description={says.text}
      confirm={says.confirm}
      done={says.done(row.number)}
      onClose={onClose}
    />
  );
}
