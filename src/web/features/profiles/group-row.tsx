import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { catalog, type GroupKey } from '../../../catalog/catalog.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { Preset } from './draft.ts';
import { UndoNote } from './was-note.tsx';

export type GroupRowProps = {
  group: GroupKey;
  visible: boolean;
  wasVisible: boolean;
  readOnly: boolean;
  onVisible: (group: GroupKey, visible: boolean) => void;
  onPreset: (group: GroupKey, preset: Preset) => void;
};

const presets = ['none', 'view', 'edit', 'everything'] as const satisfies readonly Preset[];

export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, visible, wasVisible, readOnly, onVisible, onPreset } = props;
  const { label } = catalog[group];
  const before = wasVisible ? profileTexts.visible : profileTexts.hidden;
  const words = visible ? profileTexts.visible : profileTexts.hidden;
  return (
    <tr className="bg-subtle">
      <th scope="rowgroup" colSpan={5}>
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-semibold">{label}</span>
          {readOnly ? (
            <span className="text-ink-muted">{words}</span>
          ) : (
            <span className="inline-flex items-center gap-2">
              <Switch
                label={profileTexts.groupCell(label)}
                labelHidden
                checked={visible}
                onChange={(next) => onVisible(group, next)}
              />
              <span aria-hidden className="font-normal">
                {words}
              </span>
            </span>
          )}
          {visible ? null : <span className="font-normal text-ink-muted">{profileTexts.hiddenNote}</span>}
          {visible === wasVisible || readOnly ? null : (
            <UndoNote
              note={profileTexts.was(before)}
              label={profileTexts.undo(profileTexts.groupCell(label), before)}
              onUndo={() => onVisible(group, wasVisible)}
            />
          )}
          {readOnly ? null : (
            <span className="ms-auto">
              <Menu
                trigger={
                  <Button tone="ghost" aria-label={profileTexts.setAllOf(label)}>
                    {profileTexts.setAll}
                    <ChevronDown aria-hidden size={14} />
                  </Button>
                }
                actions={presets.map((preset) => ({
                  key: preset,
                  label: profileTexts.presets[preset],
                  onSelect: () => onPreset(group, preset),
                }))}
              />
            </span>
          )}
        </span>
      </th>
    </tr>
  );
});
