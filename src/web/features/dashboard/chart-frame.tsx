import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';

/**
 * The place of a chart, of a fixed height so that nothing moves when it comes. It is loaded once it is about to be
 * seen. For the eye alone: the table behind it says the same.
 */
export function ChartFrame({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: '200px' },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={frame} aria-hidden="true" className="h-56 w-full">
      <Suspense fallback={null}>{near ? children : null}</Suspense>
    </div>
  );
}
