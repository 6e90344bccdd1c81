import type { ReactNode } from 'react';
import { uiTexts } from '../texts/ui.ts';

export type Difference = { key: string; label: string; before: ReactNode; after: ReactNode };

/** Field by field: what it was, what it is. */
export function DiffList({ label, differences }: { label: string; differences: readonly Difference[] }) {
  return (
    <table className="w-full text-[0.8125rem]" aria-label={label}>
      <thead className="text-start text-ink-muted">
        <tr>
          <th scope="col" className="py-1 pe-4 text-start font-medium">
            {uiTexts.field}
          </th>
          <th scope="col" className="py-1 pe-4 text-start font-medium">
            {uiTexts.before}
          </th>
          <th scope="col" className="py-1 text-start font-medium">
            {uiTexts.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((item) => (
          <tr key={item.key} className="border-t border-line align-top">
            <th scope="row" className="py-1 pe-4 text-start font-normal">
              {item.label}
            </th>
            <td className="py-1 pe-4 text-ink-muted wrap-break-word">
              <del className="no-underline">{item.before ?? uiTexts.empty}</del>
            </td>
            <td className="py-1 font-medium wrap-break-word">
              <ins className="no-underline">{item.after ?? uiTexts.empty}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
