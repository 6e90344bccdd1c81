import {
  isResource,
  permissionSpec,
  permissions,
  permissionsOf,
  resourceKeys,
} from '../../../catalog/catalog.ts';
import { actionLabel, itemTypeLabel } from '../../access/action-label.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { auditTexts } from '../../texts/audit-log.ts';
import { DateFilter } from '../../ui/date-filter.tsx';
import { FilterBar, FilterSelect, SearchBox } from '../../ui/filter-bar.tsx';
import type { SelectOption } from '../../ui/select-field.tsx';
import { isFiltered } from './audit-query.ts';

const outcomes = [
  { value: 'allowed', label: auditTexts.allowed },
  { value: 'refused', label: auditTexts.refused },
];

const itemTypes: readonly SelectOption[] = [
  ...resourceKeys.map((value) => ({ value, label: itemTypeLabel(value) })),
  ...Object.entries(auditTexts.itemTypes).map(([value, label]) => ({ value, label })),
];

const sessionEvents = Object.entries(auditTexts.sessionEvents).map(([value, label]) => ({ value, label }));

/** What the log tells of besides the permissions of the catalog, by kind of record. */
const events = Object.entries(auditTexts.events).map(([value, label]) => ({
  value,
  label,
  resource: value.slice(0, value.indexOf('.')),
}));

/** What is in the address stays a choice, even when nobody thought of it here. */
function withPresent(options: readonly SelectOption[], value: string | undefined): readonly SelectOption[] {
  if (!value || options.some((option) => option.value === value)) return options;
  return [...options, { value, label: value }];
}

function actionOptions(itemType: string | undefined): readonly SelectOption[] {
  if (itemType && isResource(itemType)) {
    const own = [
      ...permissionsOf(itemType).map((value) => ({ value, label: actionLabel(value) })),
      ...events.filter(({ resource }) => resource === itemType),
    ];
    return itemType === 'users' ? [...own, ...sessionEvents] : own;
  }
  if (itemType === 'session') return sessionEvents;
  const pairs = permissions.map((value) => ({
    value,
    label: auditTexts.pairOf(itemTypeLabel(permissionSpec(value).resource), actionLabel(value)),
  }));
  if (itemType)
    return itemType === 'roles' ? events.filter(({ resource }) => resource === 'profiles') : pairs;
  const named = events.map(({ value, label, resource }) => ({
    value,
    label: isResource(resource) ? auditTexts.pairOf(itemTypeLabel(resource), label) : label,
  }));
  return [...pairs, ...named, ...sessionEvents];
}

export function AuditFilters() {
  const { search, patch, clear } = useUrlSearch();
  return (
    <FilterBar onClear={isFiltered(search) ? clear : undefined}>
      <SearchBox label={auditTexts.search} value={search.q ?? ''} onChange={(q) => patch({ q })} />
      <SearchBox
        label={auditTexts.decisionSearch}
        value={search.decision_id ?? ''}
        onChange={(decision_id) => patch({ decision_id })}
      />
      <FilterSelect
        label={auditTexts.itemType}
        value={search.item_type ?? ''}
        options={withPresent(itemTypes, search.item_type)}
        onChange={(item_type) => patch({ item_type, action: undefined })}
      />
      <FilterSelect
        label={auditTexts.action}
        value={search.action ?? ''}
        options={withPresent(actionOptions(search.item_type), search.action)}
        onChange={(action) => patch({ action })}
      />
      <FilterSelect
        label={auditTexts.outcome}
        value={search.outcome ?? ''}
        options={outcomes}
        onChange={(outcome) => patch({ outcome })}
      />
      <DateFilter
        label={auditTexts.from}
        value={search.from ?? ''}
        max={search.to}
        onChange={(from) => patch({ from })}
      />
      <DateFilter
        label={auditTexts.to}
        value={search.to ?? ''}
        min={search.from}
        onChange={(to) => patch({ to })}
      />
    </FilterBar>
  );
}
