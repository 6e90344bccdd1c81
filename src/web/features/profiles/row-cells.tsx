import { resourceSpec } from '../../../catalog/catalog.ts';
import type { Level } from '../../../catalog/define.ts';
import { roleTypeLabels } from '../../../catalog/roles.ts';
import { formatNumber } from '../../lib/format.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Button } from '../../ui/button.tsx';
import type { Offer } from './ceilings.ts';
import { CellSelect } from './cell-select.tsx';
import { type Change, rowWithCell } from './cells.ts';
import { isInside, levelOf, type Row, usableActions, withEditScope, withViewScope } from './draft.ts';
import type { Effect } from './use-preview.ts';
import { focusControl, UndoNote, WasNote } from './was-note.tsx';

export type CellProps = {
  offer: Offer;
  row: Row;
  saved: Row;
  changes: readonly Change[];
  readOnly: boolean;
  onRow: (row: Row) => void;
};

function undoIn({ row, saved, onRow }: CellProps) {
  return ({ cell }: Change) => ('resource' in cell ? onRow(rowWithCell(row, saved, cell)) : undefined);
}

function changeOf(changes: readonly Change[], kind: Change['cell']['kind']) {
  return changes.find((change) => change.cell.kind === kind);
}

function nameIn(offer: Offer, column: string): string {
  return profileTexts.cell(resourceSpec(offer.resource).label, column);
}

export function AccessCell(props: CellProps) {
  const { offer, row, changes, readOnly, onRow } = props;
  const change = changeOf(changes, 'level');
  const levels: readonly Level[] = ['none', ...offer.levels];
  const level = levelOf(row, offer);
  return (
    <div>
      <CellSelect
        label={nameIn(offer, profileTexts.access)}
        value={level}
        values={levels}
        words={profileTexts.levels}
        changed={change !== undefined}
        readOnly={readOnly}
        onChange={(next) => onRow({ ...row, level: next })}
      />
      <WasNote change={change} onUndo={undoIn(props)} />
      {offer.editOnly ? (
        <p className="mt-1 text-xs text-ink-muted">{profileTexts.editFor(offer.editOnly)}</p>
      ) : null}
      {offer.editFields && level === 'edit' ? (
        <p className="mt-1 text-xs text-ink-muted">
          {profileTexts.editFields(offer.editFields.map((field) => field.replaceAll('_', ' ')).join(', '))}
        </p>
      ) : null}
    </div>
  );
}

export function RecordsCell(props: CellProps) {
  const { offer, row, changes, readOnly, onRow } = props;
  const level = levelOf(row, offer);
  if (offer.scopes.length === 0) return <Muted>{profileTexts.noRecords}</Muted>;
  if (level === 'none') return <Muted>{profileTexts.needsAccess}</Muted>;
  const change = changeOf(changes, 'view_scope');
  return (
    <div>
      <CellSelect
        label={nameIn(offer, profileTexts.records)}
        value={row.view_scope}
        values={offer.scopes.toReversed()}
        words={profileTexts.scopes}
        changed={change !== undefined}
        readOnly={readOnly}
        onChange={(next) => onRow(withViewScope(row, next))}
      />
      <WasNote change={change} onUndo={undoIn(props)} />
      {level === 'edit' ? <EditingScope {...props} /> : null}
    </div>
  );
}

/** Only there when editing reaches fewer records than viewing; a button starts it. */
function EditingScope(props: CellProps) {
  const { offer, row, changes, readOnly, onRow } = props;
  const narrower = offer.scopes.filter(
    (scope) => scope !== row.view_scope && isInside(scope, row.view_scope),
  );
  const change = changeOf(changes, 'edit_scope');
  const widest = narrower.at(-1);
  if (row.edit_scope === row.view_scope) {
    return (
      <>
        {widest && !readOnly ? (
          <button
            type="button"
            aria-label={profileTexts.cell(resourceSpec(offer.resource).label, profileTexts.narrowEditing)}
            onClick={(event) => {
              focusControl(event.currentTarget);
              onRow(withEditScope(row, widest));
            }}
            className="mt-1 min-h-6 text-xs text-ink-muted underline-offset-2 hover:text-ink hover:underline"
          >
            {profileTexts.narrowEditing}
          </button>
        ) : null}
        <WasNote change={change} onUndo={undoIn(props)} />
      </>
    );
  }
  return (
    <div className="mt-1">
      <span aria-hidden={!readOnly} className="text-xs text-ink-muted">
        {profileTexts.editingPrefix}{' '}
      </span>
      <CellSelect
        label={nameIn(offer, profileTexts.editing)}
        value={row.edit_scope}
        values={[row.view_scope, ...narrower.toReversed()]}
        words={profileTexts.scopes}
        changed={change !== undefined}
        readOnly={readOnly}
        onChange={(next, control) => {
          if (next === row.view_scope) focusControl(control);
          onRow(withEditScope(row, next));
        }}
      />
      <WasNote change={change} onUndo={undoIn(props)} />
    </div>
  );
}

const mostNamed = 3;

/** The few actions a row holds, so that nobody opens the drawer to learn which they are. */
function namesOf({ resource }: Offer, held: readonly string[]): string {
  const { actions } = resourceSpec(resource);
  return held.map((name) => actions[name]?.label ?? name).join(', ');
}

export function ActionsCell(props: CellProps & { type: keyof typeof roleTypeLabels; onOpen: () => void }) {
  const { offer, row, saved, changes, type, readOnly, onRow, onOpen } = props;
  const declared = Object.keys(resourceSpec(offer.resource).actions).length;
  if (declared === 0) return <Muted>{profileTexts.noActions}</Muted>;
  if (offer.actions.length === 0) return <Muted>{profileTexts.noActionsForType(roleTypeLabels[type])}</Muted>;
  const changed = changes.filter(({ cell }) => cell.kind === 'action' || cell.kind === 'limit');
  const held = usableActions(row, offer);
  const words = profileTexts.ofActions(held.length, offer.actions.length);
  const undo = () =>
    onRow(changed.reduce((now, { cell }) => ('resource' in cell ? rowWithCell(now, saved, cell) : now), row));
  return (
    <div>
      <Button
        aria-label={`${nameIn(offer, profileTexts.actions)}: ${words}`}
        aria-haspopup="dialog"
        className="tabular whitespace-nowrap"
        onClick={onOpen}
      >
        {words}
      </Button>
      {held.length > 0 && held.length <= mostNamed ? (
        <p className="mt-1 text-xs text-ink-muted">{namesOf(offer, held)}</p>
      ) : null}
      {changed.length > 0 && !readOnly ? (
        <UndoNote
          note={profileTexts.actionsChanged(changed.length)}
          label={profileTexts.undoActions(resourceSpec(offer.resource).label, changed.length)}
          onUndo={undo}
        />
      ) : null}
    </div>
  );
}

type EffectCellProps = { offer: Offer; row: Row; effect: Effect | undefined; visible: boolean };

export function EffectCell({ offer, row, effect, visible }: EffectCellProps) {
  const level = levelOf(row, offer);
  if (!visible) return <Muted>{profileTexts.effectHidden}</Muted>;
  if (offer.scopes.length === 0) return <Muted>{profileTexts.effectNotCounted}</Muted>;
  if (level === 'none') return <Muted>{profileTexts.effectNone}</Muted>;
  if (!effect) return <Muted>{profileTexts.nothing}</Muted>;
  return (
    <div className="tabular">
      <p>
        {count(effect.view, effect.view_capped)} <Muted>{profileTexts.effectView}</Muted>
      </p>
      {level === 'edit' ? (
        <p>
          {count(effect.edit, effect.edit_capped)} <Muted>{profileTexts.effectEdit}</Muted>
        </p>
      ) : null}
    </div>
  );
}

function count(value: number, capped: boolean): string {
  return `${formatNumber(value)}${capped ? '+' : ''}`;
}

export function Muted({ children }: { children: string }) {
  return <span className="text-ink-muted">{children}</span>;
}
