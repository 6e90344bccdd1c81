import { Archive, Copy, Pencil } from 'lucide-react';
import { useState } from 'react';
import { roleTypeLabels } from '../../../catalog/roles.ts';
import { useCan } from '../../access/use-can.tsx';
import { profileTexts } from '../../texts/profiles.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { linkClass, TextLink } from '../../ui/text-link.tsx';
import { ArchiveDialog, archiveHindrance } from './archive-dialog.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { NewProfileDialog } from './new-profile-dialog.tsx';
import { ProfileState } from './profile-state.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import type { ProfileDraft } from './use-profile-draft.ts';

type ProfileHeaderProps = {
  editor: ProfileDraft;
  summary: string;
  holders: string;
  readOnly: boolean;
  nameOfProfile: (id: string) => string;
};

type Open = 'rename' | 'clone' | 'archive' | 'compare' | null;

export function ProfileHeader({ editor, summary, holders, readOnly, nameOfProfile }: ProfileHeaderProps) {
  const { base, draft, setDraft } = editor;
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const mayCreate = useCan('profiles.create');
  const mayArchive = base.can['profiles.archive'] === true && !base.archived;
  const { copied_from, parent_grants } = base;
  return (
    <>
      <PageHeader
        back={<TextLink to="/profiles">{profileTexts.backToList}</TextLink>}
        title={draft.name}
        status={
          <>
            <Badge tone="accent">{roleTypeLabels[base.role_type]}</Badge>
            <ProfileState {...base} />
          </>
        }
        subtitle={
          <div className="max-w-xl">
            {draft.description ? <p>{draft.description}</p> : null}
            <p aria-live="polite" className="text-ink">
              {summary}
            </p>
            <p>
              {holders}
              {copied_from ? (
                <>
                  {' · '}
                  {profileTexts.copiedFrom}{' '}
                  <TextLink to="/profiles/$id" params={{ id: copied_from.id }}>
                    {copied_from.name}
                  </TextLink>
                  {parent_grants ? (
                    <>
                      {' · '}
                      <button type="button" className={linkClass} onClick={() => setOpen('compare')}>
                        {profileTexts.compare}
                      </button>
                    </>
                  ) : null}
                </>
              ) : null}
            </p>
          </div>
        }
        actions={
          <>
            {readOnly ? null : (
              <Button icon={<Pencil aria-hidden size={14} />} onClick={() => setOpen('rename')}>
                {profileTexts.rename}
              </Button>
            )}
            {mayCreate ? (
              <Button icon={<Copy aria-hidden size={14} />} onClick={() => setOpen('clone')}>
                {profileTexts.clone}
              </Button>
            ) : null}
            {mayArchive ? (
              <Button
                icon={<Archive aria-hidden size={14} />}
                disabledReason={archiveHindrance(base)}
                onClick={() => setOpen('archive')}
              >
                {profileTexts.archive}
              </Button>
            ) : null}
          </>
        }
      />
      {open === 'rename' ? (
        <RenameDialog
          values={draft}
          onClose={close}
          onKeep={(values) => setDraft((now) => ({ ...now, ...values }))}
        />
      ) : null}
      {open === 'clone' ? <NewProfileDialog source={base} profiles={[]} onClose={close} /> : null}
      <ArchiveDialog profile={open === 'archive' ? base : null} onClose={close} />
      {copied_from && parent_grants ? (
        <CompareDialog
          open={open === 'compare'}
          onClose={close}
          name={copied_from.name}
          parent={parent_grants}
          draft={draft}
          nameOfProfile={nameOfProfile}
        />
      ) : null}
    </>
  );
}
