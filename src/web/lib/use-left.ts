import { type RefObject, useEffect, useRef } from 'react';

/** Whether the page or dialog that asked is gone by now: what comes of it is then said elsewhere. */
export function useLeft(): RefObject<boolean> {
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  return left;
}
