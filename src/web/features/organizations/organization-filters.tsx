import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { apiQuery } from '../../lib/queries.ts';
import { countryChoices } from '../../lib/regions.ts';
import { type UrlSearch, useUrlSearch } from '../../lib/url-search.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { ColumnPicker, type ColumnPickerProps } from '../../ui/column-picker.tsx';
import { FilterBar, FilterSelect, SearchBox } from '../../ui/filter-bar.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';

const { statuses, kinds, fields } = organizationTexts;
const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const filterNames = ['q', 'status', 'kind', 'country', 'partner_id'] as const;

/** What a saved view keeps of the address. */
function viewOf(search: UrlSearch): UrlSearch {
  const names: readonly string[] = [...filterNames, 'sort'];
  return Object.fromEntries(Object.entries(search).filter(([name, value]) => value && names.includes(name)));
}

export function OrganizationFilters(columns: ColumnPickerProps) {
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
          <SavedViews table="organizations" search={viewOf(search)} onOpen={open} />
          <ColumnPicker {...columns} />
        </>
      }
    >
      <SearchBox label={organizationTexts.search} value={search.q ?? ''} onChange={set('q')} />
      <FilterSelect
        label={fields.status}
        value={search.status ?? ''}
        options={choicesOf(statuses)}
        onChange={set('status')}
      />
      <FilterSelect
        label={fields.kind}
        value={search.kind ?? ''}
        options={choicesOf(kinds)}
        onChange={set('kind')}
      />
      <FilterSelect
        label={fields.country}
        value={search.country ?? ''}
        options={countryChoices(search.country)}
        onChange={set('country')}
      />
      {search.partner_id ? <PartnerFilter id={search.partner_id} onChange={set('partner_id')} /> : null}
    </FilterBar>
  );
}

/** Only there when a link brought it: shows whose customers these are, and lets go of it. */
function PartnerFilter({ id, onChange }: { id: string; onChange: (value: string) => void }) {
  const partner = useQuery(apiQuery('GET /organizations/:id', { params: { id } }));
  const options = [{ value: id, label: partner.data?.name ?? id }];
  return <FilterSelect label={fields.partner} value={id} options={options} onChange={onChange} />;
}
