import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../../catalog/roles.ts';
import { useCan } from '../../access/use-can.tsx';
import type { Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';

export type Conferrable = Output<'GET /users/conferrable'>;
export type Choice = { id: string; name: string; summary?: string };

/** The roles, profiles and partners that the reader may give; asked only of readers who may give any. */
export function useConferrable() {
  return useQuery({ ...apiQuery('GET /users/conferrable'), enabled: useCan('users.invite') });
}

export function profilesOf(conferrable: Conferrable | undefined, role: string): readonly Choice[] {
  return conferrable?.roles.find((given) => given.role === role)?.profiles ?? [];
}

export function toOptions(choices: readonly Choice[]) {
  return choices.map(({ id, name }) => ({ value: id, label: name }));
}

/** What a role ties a person to: decides which fields the form asks, and which roles can replace each other. */
export const membership = {
  customer: 'organization',
  partner_account_executive: 'partner',
  partner_administrator: 'partner',
  account_executive: 'none',
  system_administrator: 'none',
  global_administrator: 'none',
} as const satisfies Record<Role, 'organization' | 'partner' | 'none'>;
