import type { HTMLAttributes, ReactElement, ReactNode } from 'react';

export type MenuAction = {
  key: string;
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  danger?: boolean;
  /** Shown below the label; the action stays visible but does nothing. */
  disabledReason?: string | undefined;
};

export const menuPopupClass =
  'z-50 max-h-[min(70vh,var(--available-height))] min-w-44 max-w-[min(20rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-popup outline-none';

export const menuItemClass =
  'flex min-h-8 w-full cursor-default items-center gap-2 rounded-md px-2 py-1 text-start outline-none select-none data-[highlighted]:bg-hover';

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  actions: readonly MenuAction[];
  header?: ReactNode;
  label?: string;
};

/** Where a popup stands that was opened from an element: see `usePopupContainer`. */
export type OpenedFrom = { container: HTMLElement | undefined };
