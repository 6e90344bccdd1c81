import { useNavigate } from '@tanstack/react-router';
import { type Permission, permissionSpec, permissions, resourceSpec } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { grants } from '../access/grants.ts';
import { navigationOf } from '../access/navigation.ts';
import { useAccess } from '../access/use-access.ts';
import { useTheme } from '../lib/theme.ts';
import { paletteTexts } from '../texts/palette.ts';
import { recordTexts } from '../texts/records.ts';
import { shellTexts } from '../texts/shell.ts';
import { useFoundRecords } from './found-records.ts';
import type { Command } from './palette-command.ts';

/** Whatever can be made has a form above its list, which `new=1` opens. */
const actions: readonly { permission: Permission; label: string; path: string }[] = [
  ...permissions.flatMap((permission) => {
    const { resource, verb } = permissionSpec(permission);
    const label = recordTexts.create(resourceSpec(resource).one);
    return verb === 'create' ? [{ permission, label, path: pathOf(resource) }] : [];
  }),
  { permission: 'users.invite', label: paletteTexts.inviteUser, path: pathOf('users') },
];

function matches(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.trim().toLowerCase());
}

/** Pages and actions by their words, records through the API: only what the profile opens. */
export function usePaletteCommands(typed: string): { commands: readonly Command[]; searching: boolean } {
  const access = useAccess();
  const navigate = useNavigate();
  const { toggle } = useTheme();
  const found = useFoundRecords(typed);
  const pages = navigationOf(access).flatMap((group) =>
    group.items.map((item) => ({
      key: item.path,
      section: paletteTexts.pages,
      label: item.label,
      note: group.label,
      run: () => navigate({ to: item.path }),
    })),
  );
  const myProfile = {
    key: '/me',
    section: paletteTexts.pages,
    label: shellTexts.myProfile,
    run: () => navigate({ to: '/me' }),
  };
  const allowed = actions
    .filter((action) => grants(access, action.permission))
    .map((action) => ({
      key: action.permission,
      section: paletteTexts.actions,
      label: action.label,
      run: () => navigate({ to: action.path, search: { new: '1' } }),
    }));
  const theme = { key: 'theme', section: paletteTexts.actions, label: paletteTexts.toggleTheme, run: toggle };
  const byWords = [...pages, myProfile, ...allowed, theme].filter((command) => matches(command.label, typed));
  return { commands: [...found.commands, ...byWords], searching: found.searching };
}
