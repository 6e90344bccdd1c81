import { useState } from 'react';
import type { OpenedFrom } from './menu-parts.ts';

/**
 * Menus open inside the page's main landmark, so that everything on the page stays within landmarks;
 * one that is opened from a dialog stays with the dialog.
 */
export function containerOf(target: EventTarget | null): HTMLElement | undefined {
  const inDialog = target instanceof Element && target.closest('[role=dialog]') !== null;
  return inDialog ? undefined : (document.querySelector('main') ?? undefined);
}

/** The container of a popup, found again whenever it opens. */
export function usePopupContainer(from: OpenedFrom) {
  const [container, setContainer] = useState(from.container);
  const opening = (open: boolean, details: { event: Event }) => {
    if (open) setContainer(containerOf(details.event.target));
  };
  return { container, opening };
}
