import { shellTexts } from '../texts/shell.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Sidebar } from './sidebar.tsx';

/** The navigation of narrow windows. */
export function NavigationDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={shellTexts.product} side="start">
      <Sidebar inDrawer />
    </Dialog>
  );
}
