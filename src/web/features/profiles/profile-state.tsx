import type { ProfileListItem } from '../../../contract/profiles.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Badge } from '../../ui/badge.tsx';

export function ProfileState({ locked, archived }: Pick<ProfileListItem, 'locked' | 'archived'>) {
  if (archived) return <Badge tone="neutral">{profileTexts.archived}</Badge>;
  return locked ? (
    <Badge tone="info">{profileTexts.locked}</Badge>
  ) : (
    <Badge tone="success">{profileTexts.active}</Badge>
  );
}
