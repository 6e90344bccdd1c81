import type { ResourceKey } from '../../../catalog/catalog.ts';
import { resourceSpec } from '../../../catalog/catalog.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { type Offer, type OfferedAction, offerOf } from './ceilings.ts';
import { rowWithCell } from './cells.ts';
import { levelOf, type Row, withAction, withLimit } from './draft.ts';
import { LimitFields } from './limit-fields.tsx';
import { changesOfRow } from './row-changes.ts';
import type { ProfileDraft } from './use-profile-draft.ts';
import { WasNote } from './was-note.tsx';

type ActionsDrawerProps = {
  editor: ProfileDraft;
  resource: ResourceKey | null;
  readOnly: boolean;
  onClose: () => void;
};

/** The actions of one row, each with its sentence and its limit. */
export function ActionsDrawer({ editor, resource, readOnly, onClose }: ActionsDrawerProps) {
  const label = resource ? resourceSpec(resource).label : '';
  return (
    <Drawer
      open={resource !== null}
      onClose={onClose}
      title={profileTexts.drawerTitle(label)}
      description={resource ? resourceSpec(resource).says : null}
      footer={
        <Button tone="primary" onClick={onClose}>
          {profileTexts.drawerDone}
        </Button>
      }
    >
      {resource ? <ActionList editor={editor} resource={resource} readOnly={readOnly} /> : null}
    </Drawer>
  );
}

type ActionListProps = { editor: ProfileDraft; resource: ResourceKey; readOnly: boolean };

function ActionList({ editor, resource, readOnly }: ActionListProps) {
  const { draft, saved, setRow } = editor;
  const row = draft.rows[resource];
  const offer = offerOf(draft.type, resource);
  const changes = changesOfRow(draft.type, resource, saved.rows[resource], row);
  return (
    <ul className="flex flex-col gap-4">
      {offer.actions.map((action) => (
        <li key={action.key}>
          <Checkbox
            label={action.spec.label}
            checked={row.actions.includes(action.key)}
            disabled={readOnly}
            onChange={(event) => setRow(resource, withAction(row, action.key, event.target.checked))}
            hint={hintOf(action, row, offer)}
          />
          <div className="ps-6">
            {action.spec.limited && row.actions.includes(action.key) ? (
              <LimitFields
                limits={row.limits[action.key] ?? {}}
                readOnly={readOnly}
                onChange={(limits) => setRow(resource, withLimit(row, action.key, limits))}
              />
            ) : null}
            {changes
              .filter(({ cell }) => 'action' in cell && cell.action === action.key)
              .map((change) => (
                <WasNote
                  key={change.key}
                  change={change}
                  onUndo={({ cell }) =>
                    'resource' in cell && setRow(resource, rowWithCell(row, saved.rows[resource], cell))
                  }
                />
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function hintOf({ spec, only }: OfferedAction, row: Row, offer: Offer) {
  const level = levelOf(row, offer);
  const enough = level === 'edit' || (level === 'view' && spec.needs === 'view');
  const scope = spec.needs === 'edit' ? row.edit_scope : row.view_scope;
  const reaches = spec.creates ? profileTexts.makesNew : profileTexts.inScope(profileTexts.scopes[scope]);
  const notes = [
    enough ? null : spec.needs === 'edit' ? profileTexts.needsEdit : profileTexts.needsView,
    enough && offer.scopes.length > 0 ? reaches : null,
    only ? `${only}.` : null,
  ].filter((note) => note !== null);
  return (
    <>
      {spec.says}
      {notes.length > 0 ? <span className="block text-xs">{notes.join(' ')}</span> : null}
    </>
  );
}
