import { Dialog, type DialogProps } from './dialog.tsx';

/** A dialog at the end of the screen, for facts and settings beside a page. */
export function Drawer(props: Omit<DialogProps, 'side'>) {
  return <Dialog {...props} side="end" />;
}
