import { recordTexts } from '../texts/records.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { List } from './define-list.ts';
import { wordsOf } from './record-names.ts';
import type { Listed } from './record-queries.ts';

type Props<R extends Listed> = { list: List<R>; filtered: boolean; onClear: () => unknown };

/** Why a list is empty, and what to do about it. */
export function ListEmpty<R extends Listed>({ list, filtered, onClear }: Props<R>) {
  if (list.empty) return <EmptyState {...list.empty(filtered)} />;
  const clear = <Button onClick={onClear}>{recordTexts.clearFilters}</Button>;
  return <EmptyState {...emptyWords(list.resource, filtered)} action={filtered ? clear : undefined} />;
}

function emptyWords(resource: Listed, filtered: boolean) {
  const { one, many } = wordsOf(resource);
  return filtered
    ? { title: recordTexts.noMatchTitle(one), text: recordTexts.noMatchText(one) }
    : { title: recordTexts.emptyTitle(many.toLowerCase()), text: recordTexts.emptyText(one) };
}
