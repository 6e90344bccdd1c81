import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether the table in a frame has no room for its columns; it is the words in them that decide, not their number. */
export function useTooWide(): [frame: RefObject<HTMLDivElement | null>, tooWide: boolean] {
  const frame = useRef<HTMLDivElement>(null);
  const [tooWide, setTooWide] = useState(false);
  useEffect(() => {
    const around = frame.current;
    const table = around?.querySelector('table');
    if (!around || !table) return;
    // One pixel is what rounding makes of an exact fit.
    const measure = () => setTooWide(table.offsetWidth > around.clientWidth + 1);
    const watcher = new ResizeObserver(measure);
    watcher.observe(around);
    watcher.observe(table);
    return () => watcher.disconnect();
  }, []);
  return [frame, tooWide];
}
