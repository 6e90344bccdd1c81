import { roles } from '../../../catalog/roles.ts';
import type { ProfileListItem } from '../../../contract/profiles.ts';
import { api } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { queryClient } from '../../lib/query-client.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';

type Archivable = Pick<ProfileListItem, 'id' | 'name' | 'version' | 'users' | 'locked' | 'default_for'>;

/** Why the profile cannot be archived now; undefined when it can. */
export function archiveHindrance({ users, locked, default_for }: Archivable): string | undefined {
  if (locked) return profileTexts.archiveLocked;
  if (users > 0) return profileTexts.archiveInUse(formatNumber(users), users === 1);
  const [role] = default_for;
  return role ? profileTexts.archiveDefault(roles[role].label) : undefined;
}

export function ArchiveDialog({ profile, onClose }: { profile: Archivable | null; onClose: () => void }) {
  const archive = async () => {
    if (!profile) return;
    const { id, name, version } = profile;
    await api('POST /profiles/:id/archive', { params: { id }, body: {}, ifMatch: version });
    await queryClient.invalidateQueries({ queryKey: ['profiles'] });
    toast.success(profileTexts.archiveDone(name));
  };
  return (
    <ConfirmDialog
      open={profile !== null}
      onClose={onClose}
      title={profileTexts.archiveTitle(profile?.name ?? '')}
      text={profileTexts.archiveText}
      confirmLabel={profileTexts.archiveConfirm}
      tone="danger"
      onConfirm={archive}
    />
  );
}
