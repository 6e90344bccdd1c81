import { useState } from 'react';

/**
 * Menus open inside the page's main landmark, so that everything on the page stays within landmarks;
 * one that is opened from a dialog stays with the dialog.
 */
export function usePopupContainer() {
  const [container, setContainer] = useState<HTMLElement | undefined>(undefined);
  const opening = (open: boolean, details: { event: Event }) => {
    const { target } = details.event;
    const inDialog = target instanceof Element && target.closest('[role=dialog]') !== null;
    if (open) setContainer(inDialog ? undefined : (document.querySelector('main') ?? undefined));
  };
  return { container, opening };
}
