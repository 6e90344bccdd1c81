import { useNavigate } from '@tanstack/react-router';
import { grants } from '../access/grants.ts';
import { navigationOf } from '../access/navigation.ts';
import { useAccess } from '../access/use-access.ts';
import { useTheme } from '../lib/theme.ts';
import { paletteTexts } from '../texts/palette.ts';
import { shellTexts } from '../texts/shell.ts';
import { useFoundRecords } from './found-records.ts';
import type { Command } from './palette-command.ts';

const actions = [
  { permission: 'organizations.create', label: paletteTexts.newOrganization, path: '/organizations' },
  { permission: 'contacts.create', label: paletteTexts.newContact, path: '/contacts' },
  { permission: 'users.invite', label: paletteTexts.inviteUser, path: '/users' },
  { permission: 'profiles.create', label: paletteTexts.newProfile, path: '/profiles' },
] as const;

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
