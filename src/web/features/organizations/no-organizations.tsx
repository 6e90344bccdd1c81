import { useUrlSearch } from '../../lib/url-search.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { filterNames } from './organization-filters.tsx';

export function NoOrganizations() {
  const { search, clear } = useUrlSearch();
  if (!filterNames.some((name) => search[name])) {
    return <EmptyState title={organizationTexts.emptyTitle} text={organizationTexts.emptyText} />;
  }
  return (
    <EmptyState
      title={organizationTexts.noMatchTitle}
      text={organizationTexts.noMatchText}
      action={<Button onClick={clear}>{organizationTexts.clearFilters}</Button>}
    />
  );
}
