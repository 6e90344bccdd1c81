import { useState } from 'react';
import type { Profile } from '../../../contract/profiles.ts';
import { formatNumber } from '../../lib/format.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Alert } from '../../ui/alert.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { toast } from '../../ui/toast.tsx';
import { UnsavedWarning } from '../../ui/unsaved-warning.tsx';
import { ChangeBar } from './change-bar.tsx';
import { draftOf } from './draft.ts';
import { InvitingTab } from './inviting-tab.tsx';
import { PermissionTable } from './permission-table.tsx';
import { ProfileHeader } from './profile-header.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { useCustomerProfiles } from './use-customer-profiles.ts';
import { usePreview } from './use-preview.ts';
import { useProfileDraft } from './use-profile-draft.ts';
import { type Version, VersionsTab } from './versions-tab.tsx';

function hindranceOf({ archived, locked, can }: Profile): string | null {
  if (archived) return profileTexts.readOnlyArchived;
  if (locked) return profileTexts.readOnlyLocked;
  return can['profiles.edit'] ? null : profileTexts.readOnlyRights;
}

function Hindrance({ why }: { why: string | null }) {
  return why === null ? null : (
    <div className="mb-4">
      <Alert tone="info">{why}</Alert>
    </div>
  );
}

/** The editor and, where nothing may be changed, the same page to read. */
export function ProfileEditor({ profile }: { profile: Profile }) {
  const customerProfiles = useCustomerProfiles();
  const { nameOf } = customerProfiles;
  const editor = useProfileDraft(profile, nameOf);
  const { base, saved, draft, changes, setDraft } = editor;
  const preview = usePreview(base.id, base.version, draft).data;
  const { search, patch } = useUrlSearch();
  const [reviewing, setReviewing] = useState(false);
  const [reason, setReason] = useState('');
  const [partners, setPartners] = useState<readonly string[] | null>(null);
  const hindrance = hindranceOf(base);
  const readOnly = hindrance !== null;
  const users = preview?.users ?? base.users;
  const holders = profileTexts.people(formatNumber(users), users === 1);
  const revert = (version: Version) => {
    setDraft((now) => ({
      ...draftOf({ ...now, role_type: now.type, grants: version.grants }),
      name: version.name,
    }));
    setReason(profileTexts.revertReason(version.version));
    patch({ tab: undefined });
    toast.success(profileTexts.reverted(version.version), profileTexts.revertedText);
  };
  const discard = () => {
    setDraft(() => saved);
    setReason('');
  };
  const tabs = [
    {
      key: 'permissions',
      label: profileTexts.permissions,
      content: <PermissionTable editor={editor} preview={preview} readOnly={readOnly} />,
    },
    {
      key: 'inviting',
      label: profileTexts.inviting,
      content: (
        <InvitingTab
          editor={editor}
          customerProfiles={customerProfiles}
          readOnly={readOnly}
          partners={partners}
          onPartners={setPartners}
        />
      ),
    },
    {
      key: 'versions',
      label: profileTexts.versions,
      content: (
        <VersionsTab
          id={base.id}
          saved={saved}
          readOnly={readOnly}
          nameOfProfile={nameOf}
          onRevert={revert}
        />
      ),
    },
  ];
  return (
    <>
      <ProfileHeader
        editor={editor}
        summary={preview?.summary ?? base.summary}
        holders={holders}
        readOnly={readOnly}
        nameOfProfile={nameOf}
      />
      <Hindrance why={hindrance} />
      <Tabs
        label={profileTexts.tabs}
        tabs={tabs}
        value={tabs.find(({ key }) => key === search.tab)?.key ?? 'permissions'}
        onChange={(tab) => patch({ tab: tab === 'permissions' ? undefined : tab })}
      />
      {changes.length > 0 ? (
        <ChangeBar
          changes={changes.length}
          holders={holders}
          onDiscard={discard}
          onReview={() => setReviewing(true)}
        />
      ) : null}
      <ReviewDialog
        open={reviewing}
        onClose={() => setReviewing(false)}
        editor={editor}
        preview={preview}
        holders={holders}
        reason={reason}
        onReason={setReason}
      />
      <UnsavedWarning when={changes.length > 0 || partners !== null} />
    </>
  );
}
