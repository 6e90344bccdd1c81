import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import type { ActionDialogProps } from './record-actions.tsx';
import { type Listed, type RowOf, reload } from './record-queries.ts';

export type ConfirmActionProps<R extends Listed> = ActionDialogProps<RowOf<R>> & {
  resource: R;
  title: string;
  text: string;
  confirm: string;
  /** Said once it has happened. */
  done: string;
  run: () => Promise<unknown>;
  tone?: 'primary' | 'danger';
  /** The record is gone afterwards, and so is the way back to its page. */
  removes?: boolean;
};

/** Asks before something is done to a record. After a refusal too the page asks again: it may show an older version. */
export function ConfirmAction<R extends Listed>(props: ConfirmActionProps<R>) {
  const { resource, title, text, run, tone = 'danger', onClose } = props;
  const onGone = props.removes ? props.onGone : undefined;
  const confirm = async () => {
    try {
      await run();
    } catch (error) {
      await reload(resource);
      throw error;
    }
    toast.success(props.done);
    await onGone?.();
    await reload(resource, onGone ? 'none' : 'active');
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={title}
      text={text}
      confirmLabel={props.confirm}
      tone={tone}
      onConfirm={confirm}
    />
  );
}
