import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import {
  catalog,
  type GroupKey,
  groupKeys,
  type ResourceKey,
  resourceSpec,
  resourcesOf,
} from '../../../catalog/catalog.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import '../../ui/data-table.css';
import './permission-table.css';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar, SearchBox } from '../../ui/filter-bar.tsx';
import { ActionsDrawer } from './actions-drawer.tsx';
import type { Change } from './cells.ts';
import { type Preset, withGroup, withPreset } from './draft.ts';
import { GroupRow } from './group-row.tsx';
import { ResourceRow } from './resource-row.tsx';
import type { Preview } from './use-preview.ts';
import type { ProfileDraft } from './use-profile-draft.ts';

type PermissionTableProps = { editor: ProfileDraft; preview: Preview | undefined; readOnly: boolean };

const headers = [
  profileTexts.resource,
  profileTexts.access,
  profileTexts.records,
  profileTexts.actions,
  profileTexts.effect,
];

export function PermissionTable({ editor, preview, readOnly }: PermissionTableProps) {
  const { saved, draft, changes, setDraft, setRow } = editor;
  const [filter, setFilter] = useState('');
  const [changedOnly, setChangedOnly] = useState(false);
  const [open, setOpen] = useState<ResourceKey | null>(null);
  const wanted = useDeferredValue(filter);
  const shown = useMemo(
    () => rowsShown(wanted, changedOnly ? changes : null),
    [wanted, changedOnly, changes],
  );
  const setVisible = useCallback(
    (group: GroupKey, visible: boolean) => setDraft((now) => withGroup(now, group, visible)),
    [setDraft],
  );
  const setAll = useCallback(
    (group: GroupKey, preset: Preset) => setDraft((now) => withPreset(now, group, preset)),
    [setDraft],
  );
  return (
    <>
      <FilterBar>
        <SearchBox label={profileTexts.filter} value={filter} onChange={setFilter} delay={50} />
        {readOnly ? null : (
          <Checkbox
            label={profileTexts.changedOnly}
            checked={changedOnly}
            onChange={(event) => setChangedOnly(event.target.checked)}
          />
        )}
      </FilterBar>
      <Card flush>
        {shown.length === 0 ? (
          <EmptyState title={profileTexts.noRows} text={profileTexts.noRowsText} />
        ) : (
          <div className="data-table-frame">
            <table className="data-table permission-table" aria-label={profileTexts.tableLabel}>
              <thead>
                <tr>
                  {headers.map((header) => (
                    <th
                      key={header}
                      scope="col"
                      data-align={header === profileTexts.effect ? 'end' : undefined}
                    >
                      {header}
                    </th>
                  ))}
                </tr>
              </thead>
              {shown.map(({ group, resources }) => (
                <tbody key={group}>
                  <GroupRow
                    group={group}
                    visible={draft.groups.includes(group)}
                    wasVisible={saved.groups.includes(group)}
                    readOnly={readOnly}
                    onVisible={setVisible}
                    onPreset={setAll}
                  />
                  {resources.map((resource) => (
                    <ResourceRow
                      key={resource}
                      type={draft.type}
                      resource={resource}
                      row={draft.rows[resource]}
                      saved={saved.rows[resource]}
                      effect={preview?.effect.resources[resource]}
                      visible={draft.groups.includes(group)}
                      readOnly={readOnly}
                      onRow={setRow}
                      onOpenActions={setOpen}
                    />
                  ))}
                </tbody>
              ))}
            </table>
          </div>
        )}
      </Card>
      <ActionsDrawer editor={editor} resource={open} readOnly={readOnly} onClose={() => setOpen(null)} />
    </>
  );
}

type ShownGroup = { group: GroupKey; resources: readonly ResourceKey[] };

function rowsShown(filter: string, changes: readonly Change[] | null): readonly ShownGroup[] {
  const text = filter.trim().toLowerCase();
  return groupKeys.flatMap((group) => {
    const named = catalog[group].label.toLowerCase().includes(text);
    const switched = changes?.some(({ cell }) => cell.kind === 'group' && cell.group === group) ?? false;
    const resources = resourcesOf(group)
      .filter((key) => named || wordsOf(key).includes(text))
      .filter(
        (key) => changes === null || changes.some(({ cell }) => 'resource' in cell && cell.resource === key),
      );
    return resources.length > 0 || (switched && named) ? [{ group, resources }] : [];
  });
}

function wordsOf(key: ResourceKey): string {
  const { label, actions } = resourceSpec(key);
  return [label, ...Object.values(actions).map((action) => action.label)].join(' ').toLowerCase();
}
