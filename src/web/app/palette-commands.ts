import { useNavigate } from '@tanstack/react-router';
import { type Permission, permissionSpec, permissions, resourceSpec } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { roles } from '../../catalog/roles.ts';
import { grants } from '../access/grants.ts';
import { navigationOf } from '../access/navigation.ts';
import { useAccess } from '../access/use-access.ts';
import { useTheme } from '../lib/theme.ts';
import { paletteTexts } from '../texts/palette.ts';
import { recordTexts } from '../texts/records.ts';
import { shellTexts } from '../texts/shell.ts';
import { type Found, useFoundRecords } from './found-records.ts';

/** Whatever can be made has a form above its list, which `new=1` opens. */
const actions: readonly { permission: Permission; label: string; path: string }[] = [
  ...permissions.flatMap((permission) => {
    const { resource, verb } = permissionSpec(permission);
    const label = recordTexts.create(resourceSpec(resource).one);
    return verb === 'create' ? [{ permission, label, path: pathOf(resource) }] : [];
  }),
  { permission: 'users.invite', label: paletteTexts.inviteUser, path: pathOf('users') },
];

/** Pages that everybody has. */
const ownPages = [
  { path: '/me', label: shellTexts.myProfile },
  { path: '/notifications', label: shellTexts.notifications },
  { path: '/exports', label: shellTexts.exports },
] as const;

function matches(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.trim().toLowerCase());
}

/** Pages and actions by their words, records through the API: only what the profile opens. */
export function usePaletteCommands(typed: string): Found {
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
  const home = {
    key: '/',
    section: paletteTexts.pages,
    label: roles[access.role].home,
    run: () => navigate({ to: '/' }),
  };
  const own = ownPages.map(({ path, label }) => ({
    key: path,
    section: paletteTexts.pages,
    label,
    run: () => navigate({ to: path }),
  }));
  const allowed = actions
    .filter((action) => grants(access, action.permission))
    .map((action) => ({
      key: action.permission,
      section: paletteTexts.actions,
      label: action.label,
      run: () => navigate({ to: action.path, search: { new: '1' } }),
    }));
  const theme = { key: 'theme', section: paletteTexts.actions, label: paletteTexts.toggleTheme, run: toggle };
  const byWords = [home, ...pages, ...own, ...allowed, theme].filter((command) =>
    matches(command.label, typed),
  );
  return { ...found, commands: [...found.commands, ...byWords] };
}
