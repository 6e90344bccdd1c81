import { formatNumber } from '../../lib/format.ts';
import { TextLink } from '../../ui/text-link.tsx';
import type { Kind, Status } from './organization-counts.ts';

export type FigureLinkProps = {
  count: number;
  filter: { kind?: Kind; status?: Status };
  /** What is counted, for those who hear only the link. */
  says: string;
};

/** A figure that opens the list that it counts. */
export function FigureLink({ count, filter, says }: FigureLinkProps) {
  return (
    <TextLink
      to="/organizations"
      search={filter}
      className="tabular"
      aria-label={`${formatNumber(count)} ${says}`}
    >
      {formatNumber(count)}
    </TextLink>
  );
}
