import { type ReactNode, useState } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { messageOf } from './message-of.ts';

export type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  text?: ReactNode;
  /** Says what happens: "Suspend Ada Byron", never "OK". */
  confirmLabel: string;
  tone?: 'primary' | 'danger';
  /** The dialog stays open and shows the reason when this throws. */
  onConfirm: () => Promise<unknown>;
  children?: ReactNode;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, text, confirmLabel, tone = 'primary', onConfirm, children } = props;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const close = () => {
    setFailure(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={close}>{uiTexts.cancel}</Button>
      <Button tone={tone} busy={busy} onClick={confirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={close} title={title} description={text} footer={footer}>
      {failure ? <Alert tone="danger">{failure}</Alert> : null}
      {children}
    </Dialog>
  );
}
