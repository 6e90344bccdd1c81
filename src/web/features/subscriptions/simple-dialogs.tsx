import type { ComponentType } from 'react';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { BookingDialog } from '../../bookings/booking-dialog.tsx';
import type { BookingPath, BookingRequest } from '../../bookings/booking-routes.ts';
import type { ActionDialogProps } from '../../records/record-actions.tsx';
import { subscriptionTexts as texts } from '../../texts/subscriptions.ts';

type Row = Subscription;

/** What is said before and after a yes. */
interface Words {
  readonly title: (number: string) => string;
  readonly text?: string;
  readonly confirm: string;
  readonly done: string | ((number: string) => string);
  /** On the button that books nothing. */
  readonly keep?: string;
}

/** Bookings of one subscription that ask for nothing but a yes. */
type Verb = BookingPath extends infer P ? (P extends `/subscriptions/:id/${infer V}` ? V : never) : never;

/** A dialog that shows what would be booked and asks for a yes. */
function simpleDialog(
  verb: Verb,
  wordsFor: (row: Row) => Words,
  bodyFor: (row: Row) => object = () => ({}),
): ComponentType<ActionDialogProps<Row>> {
  return function SimpleDialog({ row, onClose }) {
    const { title, text, confirm, done, keep } = wordsFor(row);
    const key = `POST /subscriptions/:id/${verb}` as const;
    // Which route takes which body the compiler can not follow over a parameter.
    const asked = {
      previewKey: `${key}/preview`,
      bookKey: key,
      params: { id: row.id },
      body: bodyFor(row),
    } as BookingRequest;
    return (
      <BookingDialog
        {...asked}
        title={title(row.number)}
        description={text}
        confirm={confirm}
        done={typeof done === 'string' ? done : done(row.number)}
        dismiss={keep}
        onClose={onClose}
      />
    );
  };
}

const { autoRenew } = texts;
const renewsAlone = {
  title: autoRenew.titleOn,
  text: autoRenew.textOn,
  confirm: autoRenew.turnOn,
  done: autoRenew.doneOn,
};
const ends = {
  title: autoRenew.titleOff,
  text: autoRenew.textOff,
  confirm: autoRenew.turnOff,
  done: autoRenew.doneOff,
};

export const UndoChangeDialog = simpleDialog('undo-change', () => texts.undoChange);
export const UndoCancellationDialog = simpleDialog('undo-cancellation', () => texts.undoCancellation);
export const UndoRenewalDialog = simpleDialog('undo-renewal', () => texts.undoRenewal);
export const RenewDialog = simpleDialog('renew', () => texts.renew);
export const PauseDialog = simpleDialog('pause', () => texts.pause);
export const ResumeDialog = simpleDialog('resume', () => texts.resume);
export const AutoRenewDialog = simpleDialog(
  'auto-renew',
  ({ auto_renew }) => (auto_renew ? ends : renewsAlone),
  ({ auto_renew }) => ({ auto_renew: !auto_renew }),
);
