import type { Output } from '../../lib/api.ts';

export type UserRow = Output<'GET /users'>['items'][number];

/** Where a person belongs: their organization, their partner, or the company itself. */
export function belongsTo(user: UserRow): { id: string; name: string } | null {
  return user.organization ?? user.partner;
}
