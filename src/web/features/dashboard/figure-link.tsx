import type { ReactNode } from 'react';
import type { ResourceKey } from '../../../catalog/catalog.ts';
import { pathOf } from '../../../catalog/paths.ts';
import { formatNumber } from '../../lib/format.ts';
import { TextLink } from '../../ui/text-link.tsx';

export type FigureLinkProps = {
  resource: ResourceKey;
  /** The filters of the list that shows what is counted. */
  opens: Readonly<Record<string, string>>;
  count: number;
  /** What is counted, for those who hear only the link. */
  says: string;
  children?: ReactNode;
};

/** A figure that opens the list that it counts. */
export function FigureLink({ resource, opens, count, says, children }: FigureLinkProps) {
  const path: string = pathOf(resource);
  return (
    <TextLink to={path} search={opens} className="tabular" aria-label={`${formatNumber(count)}, ${says}`}>
      {children ?? formatNumber(count)}
    </TextLink>
  );
}
