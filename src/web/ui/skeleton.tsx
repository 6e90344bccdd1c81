import { uiTexts } from '../texts/ui.ts';

/** Grey lines in place of what is loading. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const widths = Array.from({ length: lines }, (_, line) => 100 - ((line * 17) % 40) - line / 100);
  return (
    <div role="status" className="flex flex-col gap-3 p-4">
      <span className="sr-only">{uiTexts.loading}</span>
      {widths.map((width) => (
        <span
          key={width}
          aria-hidden="true"
          style={{ width: `${width}%` }}
          className="block h-4 animate-pulse rounded bg-hover"
        />
      ))}
    </div>
  );
}
