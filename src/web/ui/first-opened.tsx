import { type ComponentType, cloneElement, type KeyboardEvent, type SyntheticEvent, useState } from 'react';
import type { MenuProps, OpenedFrom } from './menu-parts.ts';
import { messageOf } from './message-of.ts';
import { containerOf } from './popup-container.ts';
import { toast } from './toast.tsx';

type Opened<Props> = { Popup: ComponentType<Props>; from: OpenedFrom };

/**
 * A popup is fetched when its button is pointed at, and takes the place of the button with the first press: most
 * pages are left without one having been opened.
 */
export function useFirstOpened<Props>(load: () => Promise<ComponentType<Props>>) {
  const [opened, setOpened] = useState<Opened<Props> | null>(null);
  const prepare = () => void load().catch(() => undefined);
  const open = (event: SyntheticEvent<HTMLElement>) => {
    const from = { container: containerOf(event.target) };
    load().then(
      (Popup) => setOpened({ Popup, from }),
      (error: unknown) => toast.failure(messageOf(error)),
    );
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event);
  };
  const resting = (trigger: MenuProps['trigger']) =>
    cloneElement(trigger, {
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      onClick: open,
      onKeyDown: press,
      onPointerEnter: prepare,
      onFocus: prepare,
    });
  return { opened, resting };
}
