import clsx from 'clsx';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Case } from '../../../contract/cases.ts';
import { may } from '../../access/may.ts';
import { IfCan } from '../../access/use-can.tsx';
import { useSession } from '../../access/use-session.ts';
import { caseTexts } from '../../texts/cases.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form, field } from '../../ui/form.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';
import { useSend } from './use-send.ts';

const { reply, notes } = caseTexts;

/** Where the reader writes in a case; what they may not is not offered, what is too late is explained. */
export function ReplyBox({ row }: { row: Case }) {
  const replies = may(row, 'cases.reply');
  // Inside of a log in as, notes are read and not written.
  const inside = useSession().login_as !== null;
  const writesNotes = replies && !inside && may(row, 'cases.read_internal_notes');
  if (!replies) return null;
  return (
    <>
      {row.takes_replies ? null : <TooLate row={row} />}
      {row.takes_replies || writesNotes ? <WriteForm row={row} writesNotes={writesNotes} /> : null}
    </>
  );
}

function TooLate({ row }: { row: Case }) {
  return (
    <Alert>
      <p>{reply.over(row.number)}</p>
      <IfCan permission="cases.create">
        <p className="mt-2">
          <ButtonLink to="/cases" search={{ organization_id: row.organization.id, new: '1' }}>
            {reply.openNew}
          </ButtonLink>
        </p>
      </IfCan>
    </Alert>
  );
}

function WriteForm({ row, writesNotes }: { row: Case; writesNotes: boolean }) {
  const [asNote, setAsNote] = useState(false);
  const internal = asNote || !row.takes_replies;
  const form = useForm({ defaultValues: { body: '', resolve: false } });
  const send = useSend(row, internal, () => form.reset());
  const words = internal ? notes : reply;
  return (
    <section
      aria-label={internal ? notes.switch : reply.title}
      className={clsx(
        'rounded-lg border p-4',
        internal ? 'border-warning bg-warning-soft' : 'border-line bg-surface',
      )}
    >
      <Form form={form} onSubmit={send}>
        {writesNotes && row.takes_replies ? (
          <Switch label={notes.switch} checked={asNote} onChange={setAsNote} />
        ) : null}
        <TextareaField
          label={words.label}
          rows={5}
          // What is typed while it is being sent would go with it when the field is emptied.
          readOnly={form.formState.isSubmitting}
          hint={internal ? notes.hint : row.settled_at ? reply.reopens : undefined}
          {...field(form, 'body', { validate: (text) => text.trim() !== '' || words.missing })}
        />
        {row.side === 'answers' && !internal ? (
          <Checkbox label={reply.resolve} hint={reply.resolveHint} {...field(form, 'resolve')} />
        ) : null}
        <div>
          <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
            {words.submit}
          </Button>
        </div>
      </Form>
    </section>
  );
}
