import type { Organization } from '../../../contract/organizations.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Badge } from '../../ui/badge.tsx';

export function StatusBadge({ status }: { status: Organization['status'] }) {
  return (
    <Badge tone={status === 'active' ? 'success' : 'neutral'}>{organizationTexts.statuses[status]}</Badge>
  );
}

export function KindBadge({ kind }: { kind: Organization['kind'] }) {
  return <Badge tone={kind === 'partner' ? 'accent' : 'info'}>{organizationTexts.kinds[kind]}</Badge>;
}
