import { type ReactNode, useId } from 'react';

/** Fields that belong together, two in a row where there is room. */
export function FieldGroup({ title, children }: { title?: string; children: ReactNode }) {
  const titleId = useId();
  const grid = <div className="grid items-start gap-4 sm:grid-cols-2">{children}</div>;
  if (!title) return grid;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 id={titleId} className="font-semibold">
        {title}
      </h3>
      {grid}
    </section>
  );
}
