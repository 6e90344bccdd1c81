import type { ResourceKey } from '../../catalog/catalog.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { reload } from './record-queries.ts';

/** What is asked before something happens to a record, and what is said once it has. */
export type Question = {
  title: string;
  text: string;
  /** Says what happens: "Close organization", never "OK". */
  confirm: string;
  done: string;
  run: () => Promise<unknown>;
  tone?: 'primary' | 'danger';
  /** The record is gone afterwards, and so is the way back to its page. */
  removes?: boolean;
};

export type ConfirmActionProps = {
  resource: ResourceKey;
  question: Question;
  onClose: () => void;
  /** Called once the record is no longer there. */
  onGone?: (() => unknown) | undefined;
};

/** After a refusal too the page asks again: it may show an older version than the one that exists. */
export function ConfirmAction({ resource, question, onClose, onGone }: ConfirmActionProps) {
  const { title, text, confirm, done, run, tone = 'danger', removes = false } = question;
  const leave = removes ? onGone : undefined;
  const goOn = async () => {
    try {
      await run();
    } catch (error) {
      await reload(resource);
      throw error;
    }
    toast.success(done);
    await leave?.();
    await reload(resource, leave ? 'none' : 'active');
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={title}
      text={text}
      confirmLabel={confirm}
      tone={tone}
      onConfirm={goOn}
    />
  );
}
