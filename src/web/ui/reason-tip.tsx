import { type HTMLAttributes, useEffect, useEffectEvent, useRef } from 'react';
import { showBeside } from './show-beside.ts';

type Props = Pick<HTMLAttributes<HTMLElement>, 'id' | 'onPointerEnter' | 'onPointerLeave'> & {
  children: string;
  /** What it stands beside; null while it is not shown. */
  about: HTMLElement | null;
  onClose: () => void;
};

/** A sentence above everything else, dialogs too; screen readers find it while it is not shown. */
export function ReasonTip({ children, about, onClose, ...rest }: Props) {
  const tip = useRef<HTMLSpanElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(
    () => (tip.current && about ? showBeside(tip.current, about, () => close()) : undefined),
    [about],
  );
  return (
    <span
      {...rest}
      ref={tip}
      role="tooltip"
      popover="manual"
      className="inset-auto m-0 w-max max-w-[min(20rem,calc(100vw-1rem))] cursor-auto rounded-md border border-transparent bg-ink px-2 py-1 text-start text-sm font-normal whitespace-normal text-canvas wrap-anywhere shadow-popup"
    >
      {children}
    </span>
  );
}
