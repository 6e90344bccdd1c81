import { memo, useMemo } from 'react';
import { type ResourceKey, resourceSpec } from '../../../catalog/catalog.ts';
import { type RoleType, roleTypeLabels } from '../../../catalog/roles.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { offerOf } from './ceilings.ts';
import type { Row } from './draft.ts';
import { AccessCell, ActionsCell, EffectCell, Muted, RecordsCell } from './row-cells.tsx';
import { changesOfRow } from './row-changes.ts';
import type { Effect } from './use-preview.ts';

export type ResourceRowProps = {
  type: RoleType;
  resource: ResourceKey;
  row: Row;
  saved: Row;
  effect: Effect | undefined;
  /** The navigation group is visible. */
  visible: boolean;
  readOnly: boolean;
  onRow: (resource: ResourceKey, row: Row) => void;
  onOpenActions: (resource: ResourceKey) => void;
};

/** One resource. Drawn again only when its own values change, so that typing elsewhere stays quick. */
export const ResourceRow = memo(function ResourceRow(props: ResourceRowProps) {
  const { type, resource, row, saved, readOnly, visible } = props;
  const spec = resourceSpec(resource);
  const offer = offerOf(type, resource);
  const changes = useMemo(() => changesOfRow(type, resource, saved, row), [type, resource, saved, row]);
  const head = (
    <th scope="row">
      <span className={visible ? '' : 'text-ink-muted'}>{spec.label}</span>
      <span className="block text-xs font-normal text-ink-muted">{spec.says}</span>
    </th>
  );
  if (offer.levels.length === 0) {
    return (
      <tr>
        {head}
        <td colSpan={4} data-label={profileTexts.access}>
          <Muted>{profileTexts.neverHeld(roleTypeLabels[type])}</Muted>
        </td>
      </tr>
    );
  }
  const onRow = (next: Row) => props.onRow(resource, next);
  const cell = { offer, row, saved, changes, readOnly, onRow };
  return (
    <tr data-changed={changes.length > 0 ? '' : undefined}>
      {head}
      <td data-label={profileTexts.access}>
        <AccessCell {...cell} />
      </td>
      <td data-label={profileTexts.records}>
        <RecordsCell {...cell} />
      </td>
      <td data-label={profileTexts.actions}>
        <ActionsCell {...cell} type={type} onOpen={() => props.onOpenActions(resource)} />
      </td>
      <td data-label={profileTexts.effect} data-align="end">
        <EffectCell offer={offer} row={row} effect={props.effect} visible={visible} />
      </td>
    </tr>
  );
});
