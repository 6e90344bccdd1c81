import { usersTexts } from '../../texts/users.ts';
import { Badge } from '../../ui/badge.tsx';
import type { UserRow } from './user-row.ts';

const tones = { invited: 'info', active: 'success', suspended: 'warning', deactivated: 'neutral' } as const;

export function UserStatus({ status }: { status: UserRow['status'] }) {
  return <Badge tone={tones[status]}>{usersTexts.statuses[status]}</Badge>;
}
