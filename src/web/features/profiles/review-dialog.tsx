import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { ChangeList } from './change-list.tsx';
import { grantsOf } from './draft.ts';
import { wordsOfField } from './field-words.ts';
import { SaveFailure } from './save-failure.tsx';
import type { Preview } from './use-preview.ts';
import type { ProfileDraft } from './use-profile-draft.ts';

type ReviewDialogProps = {
  open: boolean;
  onClose: () => void;
  editor: ProfileDraft;
  preview: Preview | undefined;
  holders: string;
  reason: string;
  onReason: (reason: string) => void;
};

/** The last look before a new version: every cell, and why. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { open, onClose, editor, preview, holders, reason, onReason } = props;
  const { changes } = editor;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const problems = preview?.problems ?? [];
  const close = () => {
    setFailure(null);
    onClose();
  };
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const saved = await savedVersion(editor, reason);
      onReason('');
      onClose();
      toast.success(profileTexts.saved(saved.version));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={close}>{uiTexts.cancel}</Button>
      <Button
        tone="primary"
        busy={busy}
        disabledReason={changes.length === 0 ? profileTexts.undone : undefined}
        onClick={save}
      >
        {profileTexts.save}
      </Button>
    </>
  );
  return (
    <Dialog
      open={open}
      onClose={close}
      title={profileTexts.reviewTitle}
      description={profileTexts.reviewText(profileTexts.changes(changes.length), holders)}
      size="medium"
      footer={footer}
      // Once everything is saved, the bar with the button that led here is gone.
      finalFocus={() => (changes.length === 0 ? document.querySelector('h1') : null)}
    >
      <div className="flex flex-col gap-4">
        {failure ? <SaveFailure error={failure} editor={editor} onResolved={() => setFailure(null)} /> : null}
        {problems.length > 0 && !failure ? (
          <Alert tone="warning" title={profileTexts.wouldFail}>
            <ul className="list-disc ps-5">
              {problems.map(({ field, code, message }) => (
                <li key={`${field} ${code}`}>
                  <span className="font-medium">{wordsOfField(field)}</span>: {message}
                </li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <ChangeList label={profileTexts.reviewTitle} changes={changes} />
        <TextareaField
          label={profileTexts.reason}
          hint={profileTexts.reasonHint}
          optional
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

async function savedVersion({ base, draft, adopt }: ProfileDraft, reason: string) {
  const saved = await api('PATCH /profiles/:id', {
    params: { id: base.id },
    body: {
      name: draft.name,
      description: draft.description,
      grants: grantsOf(draft),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    },
    ifMatch: base.version,
  });
  queryClient.setQueryData(apiQuery('GET /profiles/:id', { params: { id: base.id } }).queryKey, saved);
  adopt(saved);
  void queryClient.invalidateQueries({ queryKey: ['profiles'] });
  void queryClient.invalidateQueries({ queryKey: ['me'] });
  return saved;
}
