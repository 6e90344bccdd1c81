import { type FocusEvent, type PointerEvent, type SyntheticEvent, useId, useRef, useState } from 'react';
import { ReasonTip } from './reason-tip.tsx';

/** Milliseconds in which the pointer gets from a control to its tip. */
const patience = 200;

/**
 * Says why a control does nothing now, to everybody: a tip beside it while it is pointed at or focused by keyboard,
 * and from a press on until one elsewhere. `props` are for the control, `show` for its press, `tip` stands beside it.
 */
export function useDisabledReason(reason: string | undefined) {
  const id = useId();
  const [about, setAbout] = useState<HTMLElement | null>(null);
  const leaving = useRef<number>(undefined);
  const stay = () => window.clearTimeout(leaving.current);
  const show = (event: SyntheticEvent<HTMLElement>) => {
    stay();
    setAbout(event.currentTarget);
  };
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'touch') return;
    stay();
    const close = () => setAbout((shown) => (shown === document.activeElement ? shown : null));
    leaving.current = window.setTimeout(close, patience);
  };
  if (reason === undefined) {
    // It went away while it was shown: the next one is not to appear by itself.
    if (about) setAbout(null);
    return { props: {}, show: () => undefined, tip: null };
  }
  const props = {
    'aria-disabled': true,
    'aria-describedby': id,
    title: undefined,
    onPointerEnter: (event: PointerEvent<HTMLElement>) =>
      event.pointerType === 'touch' ? undefined : show(event),
    onPointerLeave: leave,
    onFocus: (event: FocusEvent<HTMLElement>) =>
      event.currentTarget.matches(':focus-visible') ? show(event) : undefined,
    onBlur: (event: FocusEvent<HTMLElement>) =>
      event.currentTarget.matches(':hover') ? undefined : setAbout(null),
  };
  const tip = (
    <ReasonTip
      id={id}
      about={about}
      onClose={() => setAbout(null)}
      onPointerEnter={stay}
      onPointerLeave={leave}
    >
      {reason}
    </ReasonTip>
  );
  return { props, show, tip };
}
