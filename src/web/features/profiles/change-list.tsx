import { DiffList } from '../../ui/diff-list.tsx';
import type { Change } from './cells.ts';

export function ChangeList({ label, changes }: { label: string; changes: readonly Change[] }) {
  return <DiffList label={label} differences={changes} />;
}
