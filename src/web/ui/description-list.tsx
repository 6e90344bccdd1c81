import type { ReactNode } from 'react';
import { uiTexts } from '../texts/ui.ts';

export type Fact = { label: string; value: ReactNode };

function isBlank(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false;
}

export function DescriptionList({ facts, columns = 2 }: { facts: readonly Fact[]; columns?: 1 | 2 | 3 }) {
  const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }[columns];
  return (
    <dl className={`grid gap-x-8 gap-y-3 ${grid}`}>
      {facts.map((fact) => (
        <div key={fact.label} className="min-w-0">
          <dt className="text-xs text-ink-muted">{fact.label}</dt>
          <dd className="mt-0.5 wrap-anywhere">{isBlank(fact.value) ? uiTexts.empty : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
