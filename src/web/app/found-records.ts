import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCan } from '../access/use-can.tsx';
import { fullName } from '../lib/format.ts';
import { apiQuery } from '../lib/queries.ts';
import { useSettled } from '../lib/use-settled.ts';
import { paletteTexts } from '../texts/palette.ts';
import type { Command } from './palette-command.ts';

const limit = 5;
const pause = 200;

/** Records by number or name, from the lists the reader can open. */
export function useFoundRecords(typed: string): { commands: readonly Command[]; searching: boolean } {
  const navigate = useNavigate();
  const wanted = typed.trim();
  const q = useSettled(wanted, pause);
  const enabled = q.length >= 2;
  const query = { q, limit };
  const inOrganizations = useCan('organizations.view');
  const inContacts = useCan('contacts.view');
  const inUsers = useCan('users.view');
  const organizations = useQuery({
    ...apiQuery('GET /organizations', { query }),
    enabled: enabled && inOrganizations,
  });
  const contacts = useQuery({ ...apiQuery('GET /contacts', { query }), enabled: enabled && inContacts });
  const users = useQuery({ ...apiQuery('GET /users', { query }), enabled: enabled && inUsers });
  // What was found for fewer letters is not offered: Enter would open it.
  if (q !== wanted) return { commands: [], searching: wanted.length >= 2 };
  if (!enabled) return { commands: [], searching: false };
  const commands = [
    ...(organizations.data?.items ?? []).map((row) => ({
      key: row.id,
      section: paletteTexts.organizations,
      label: row.name,
      note: row.number,
      run: () => navigate({ to: '/organizations/$id', params: { id: row.id } }),
    })),
    ...(contacts.data?.items ?? []).map((row) => ({
      key: row.id,
      section: paletteTexts.contacts,
      label: fullName(row),
      ...(row.email ? { note: row.email } : {}),
      run: () => navigate({ to: '/contacts/$id', params: { id: row.id } }),
    })),
    ...(users.data?.items ?? []).map((row) => ({
      key: row.id,
      section: paletteTexts.users,
      label: fullName(row),
      note: row.email,
      run: () => navigate({ to: '/users/$id', params: { id: row.id } }),
    })),
  ];
  return { commands, searching: organizations.isFetching || contacts.isFetching || users.isFetching };
}
