import { useBlocker } from '@tanstack/react-router';
import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks before a page with unsaved work is left, by link, back button or closing the tab. */
export function UnsavedWarning({ when }: { when: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: when,
    withResolver: true,
  });
  const stay = () => blocker.reset?.();
  const footer = (
    <>
      <Button onClick={() => blocker.proceed?.()}>{uiTexts.unsavedLeave}</Button>
      <Button tone="primary" onClick={stay}>
        {uiTexts.unsavedStay}
      </Button>
    </>
  );
  return (
    <Dialog
      open={blocker.status === 'blocked'}
      onClose={stay}
      title={uiTexts.unsavedTitle}
      description={uiTexts.unsavedText}
      footer={footer}
    />
  );
}
