import type { RoleType } from '../../../catalog/roles.ts';
import type { Profile, ProfileListItem } from '../../../contract/profiles.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { profileTexts } from '../../texts/profiles.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { offerOf } from './ceilings.ts';
import { withMember } from './cells.ts';
import { usableActions } from './draft.ts';
import { PartnersCard } from './partners-card.tsx';
import type { useCustomerProfiles } from './use-customer-profiles.ts';
import type { ProfileDraft } from './use-profile-draft.ts';
import { WasNote } from './was-note.tsx';

type InvitingTabProps = {
  editor: ProfileDraft;
  customerProfiles: ReturnType<typeof useCustomerProfiles>;
  readOnly: boolean;
  /** Partner ids chosen but not saved; null = as saved. */
  partners: readonly string[] | null;
  onPartners: (ids: readonly string[] | null) => void;
};

const partnerType: RoleType = 'partner';

/** Which profiles go on from here: what its holders may give, and who may give this one. */
export function InvitingTab(props: InvitingTabProps) {
  const { editor, customerProfiles, readOnly, partners, onPartners } = props;
  const { draft } = editor;
  const invites = usableActions(draft.rows.users, offerOf(draft.type, 'users')).includes('invite');
  const { query, items } = customerProfiles;
  return (
    <div className="flex flex-col gap-4">
      <Card title={profileTexts.mayInviteTitle}>
        <p className="mb-3 text-ink-muted">
          {profileTexts.mayInviteText} {invites ? null : profileTexts.mayInviteIdle}
        </p>
        {query.isPending ? <Skeleton lines={3} /> : null}
        {query.error ? <LoadFailure within error={query.error} onRetry={query.refetch} /> : null}
        {query.data && items.length === 0 ? <p>{profileTexts.mayInviteNone}</p> : null}
        <fieldset className="flex flex-col gap-3">
          <legend className="sr-only">{profileTexts.mayInviteTitle}</legend>
          {items.map((item) => (
            <InviteChoice key={item.id} item={item} editor={editor} readOnly={readOnly} />
          ))}
        </fieldset>
      </Card>
      {draft.type === partnerType ? (
        <PartnersCard editor={editor} readOnly={readOnly} chosen={partners} onChosen={onPartners} />
      ) : null}
    </div>
  );
}

type InviteChoiceProps = { item: ProfileListItem; editor: ProfileDraft; readOnly: boolean };

function InviteChoice({ item, editor, readOnly }: InviteChoiceProps) {
  const { draft, changes, setDraft, undo } = editor;
  const own = draft.may_invite.find((id) => id === item.id || id === item.key);
  const choose = (given: boolean) =>
    setDraft((now) => ({
      ...now,
      may_invite: withMember(now.may_invite, given ? savedId(editor.base, item) : (own ?? item.id), given),
    }));
  const ofItem = changes.find(
    ({ cell }) => cell.kind === 'may_invite' && (cell.profile === item.id || cell.profile === item.key),
  );
  return (
    <div data-cell="">
      <Checkbox
        label={item.name}
        hint={item.summary}
        checked={own !== undefined}
        disabled={readOnly || (item.archived && own === undefined)}
        onChange={(event) => choose(event.target.checked)}
      />
      <div className="ps-6">
        <WasNote change={ofItem} onUndo={({ cell }) => undo(cell)} />
      </div>
    </div>
  );
}

/** A shipped profile may be on the list by its key; taking it off and on again changes nothing. */
function savedId(base: Profile, item: ProfileListItem): string {
  return base.grants.may_invite.find((id) => id === item.id || id === item.key) ?? item.id;
}
