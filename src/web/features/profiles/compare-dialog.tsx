import { profileTexts } from '../../texts/profiles.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { type Draft, draftOf, type Grants } from './draft.ts';

type CompareDialogProps = {
  open: boolean;
  onClose: () => void;
  name: string;
  parent: Grants;
  draft: Draft;
  nameOfProfile: (id: string) => string;
};

/** How far the profile has moved away from the one that it was copied from. */
export function CompareDialog({ open, onClose, name, parent, draft, nameOfProfile }: CompareDialogProps) {
  const source = draftOf({ ...draft, role_type: draft.type, grants: parent });
  const changes = changesOf(source, draft, nameOfProfile);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={profileTexts.compareTitle(name)}
      description={changes.length === 0 ? profileTexts.compareSame : profileTexts.compareBefore}
      size="medium"
      footer={<Button onClick={onClose}>{uiTexts.close}</Button>}
    >
      {changes.length > 0 ? <ChangeList label={profileTexts.compareTitle(name)} changes={changes} /> : null}
    </Dialog>
  );
}
