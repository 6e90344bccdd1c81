import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/queries.ts';
import type { FilterControlProps } from '../../records/define-list.ts';
import { articleTexts } from '../../texts/articles.ts';
import { FilterSelect } from '../../ui/filter-bar.tsx';

/** The categories of what the reader can view, with how much there is of each. */
export function CategoryFilter(props: FilterControlProps) {
  const { data } = useQuery(apiQuery('GET /articles/categories'));
  const found = data?.items ?? [];
  const options = found.map(({ category, count }) => ({
    value: category,
    label: articleTexts.categoryWithCount(category, count),
  }));
  const known = props.value === '' || found.some(({ category }) => category === props.value);
  const all = known ? options : [...options, { value: props.value, label: props.value }];
  return all.length > 0 ? <FilterSelect {...props} options={all} /> : null;
}
