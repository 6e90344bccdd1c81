import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { apiQuery } from '../../lib/queries.ts';
import { type UrlSearch, useUrlSearch } from '../../lib/url-search.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnPicker, type ColumnPickerProps } from '../../ui/column-picker.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar, FilterSelect, SearchBox } from '../../ui/filter-bar.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { kindChoices } from './contact-fields.tsx';

const filterNames = ['q', 'kind', 'organization_id'] as const;

/** What a saved view keeps of the address. */
function viewOf(search: UrlSearch): UrlSearch {
  const names: readonly string[] = [...filterNames, 'sort'];
  return Object.fromEntries(Object.entries(search).filter(([name, value]) => value && names.includes(name)));
}

export function ContactFilters(columns: ColumnPickerProps) {
  const { search, patch } = useUrlSearch();
  const navigate = useNavigate();
  const open = (view: UrlSearch) => navigate({ to: '.', search: view, replace: true });
  const filtered = filterNames.some((name) => search[name]);
  const clear = () => patch(Object.fromEntries(filterNames.map((name) => [name, undefined])));
  const set = (name: (typeof filterNames)[number]) => (value: string) =>
    patch({ [name]: value || undefined });
  return (
    <FilterBar
      onClear={filtered ? clear : undefined}
      end={
        <>
          <SavedViews table="contacts" search={viewOf(search)} onOpen={open} />
          <ColumnPicker {...columns} />
        </>
      }
    >
      <SearchBox label={contactTexts.search} value={search.q ?? ''} onChange={set('q')} />
      <FilterSelect
        label={contactTexts.fields.kind}
        value={search.kind ?? ''}
        options={kindChoices}
        onChange={set('kind')}
      />
      {search.organization_id ? (
        <OrganizationFilter id={search.organization_id} onChange={set('organization_id')} />
      ) : null}
    </FilterBar>
  );
}

/** Only there when a link brought it: shows whose contacts these are, and lets go of it. */
function OrganizationFilter({ id, onChange }: { id: string; onChange: (value: string) => void }) {
  const organization = useQuery(apiQuery('GET /organizations/:id', { params: { id } }));
  const options = [{ value: id, label: organization.data?.name ?? id }];
  return (
    <FilterSelect label={contactTexts.fields.organization} value={id} options={options} onChange={onChange} />
  );
}

export function NoContacts() {
  const { search, clear } = useUrlSearch();
  if (!filterNames.some((name) => search[name])) {
    return <EmptyState title={contactTexts.emptyTitle} text={contactTexts.emptyText} />;
  }
  return (
    <EmptyState
      title={contactTexts.noMatchTitle}
      text={contactTexts.noMatchText}
      action={<Button onClick={clear}>{contactTexts.clearFilters}</Button>}
    />
  );
}
