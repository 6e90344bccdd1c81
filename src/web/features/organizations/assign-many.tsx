import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Organization } from '../../../contract/organizations.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { queryClient } from '../../lib/query-client.ts';
import type { Query } from '../../records/record-queries.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { toast } from '../../ui/toast.tsx';
import { type Assigning, assignAll, collectAll, type Forecast, forecast } from './assign-many-calls.ts';
import { AssignManyFields, assigneeWords, toAssigning, unchanged } from './assign-many-fields.tsx';
import { AssignManyReview } from './assign-many-review.tsx';
import type { AssigneeValues } from './assignee-lookup.tsx';

const says = organizationTexts.bulk;

type ChosenProps = { rows: readonly Organization[]; onClose: () => void };

/** Assigns the accounts that were chosen: who, then what that does, then one yes. */
export function AssignChosen({ rows, onClose }: ChosenProps) {
  return <Steps rows={rows} onClose={onClose} />;
}

type AllProps = { query: Query; onClose: () => void };

/** The same for all accounts that a list holds. */
export function AssignAll({ query, onClose }: AllProps) {
  const [count, setCount] = useState(0);
  const rows = useQuery({
    queryKey: ['organizations', 'all of', query],
    queryFn: () => collectAll(query, setCount),
    gcTime: 0,
  });
  if (rows.data && rows.data.length > 0) return <Steps rows={rows.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={says.title}>
      {rows.error ? <LoadFailure within error={rows.error} onRetry={rows.refetch} /> : null}
      {rows.data ? <p>{says.none}</p> : null}
      {rows.isPending ? <p role="status">{count > 0 ? says.collected(count) : says.loading}</p> : null}
    </Dialog>
  );
}

type Planned = { to: Assigning; words: readonly string[]; forecast: Forecast };

function Steps({ rows, onClose }: ChosenProps) {
  const form = useForm<AssigneeValues>({ defaultValues: unchanged });
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [checked, setChecked] = useState(0);
  const to = toAssigning(form.watch());
  const look = async (values: AssigneeValues) => {
    const wanted = toAssigning(values);
    setChecked(0);
    const expected = await forecast(rows, wanted, setChecked);
    setPlanned({ to: wanted, words: assigneeWords(values), forecast: expected });
  };
  if (planned) {
    return <Review rows={rows} planned={planned} onBack={() => setPlanned(null)} onClose={onClose} />;
  }
  return (
    <FormDialog
      form={form}
      onSubmit={look}
      onClose={onClose}
      title={says.title}
      description={says.text(rows.length)}
      submit={says.preview}
      disabledReason={Object.keys(to).length === 0 ? says.nothingChosen : undefined}
      asksBeforeClosing={false}
    >
      <AssignManyFields form={form} partner={partnerInCommon(rows)} />
      <p role="status" className="text-ink-muted empty:hidden">
        {form.formState.isSubmitting ? says.checking(checked, rows.length) : null}
      </p>
    </FormDialog>
  );
}

function partnerInCommon(rows: readonly Organization[]): string | null {
  const partners = new Set(rows.map(({ partner }) => partner?.id ?? null));
  const [only = null] = partners.size === 1 ? partners : [];
  return only;
}

type ReviewProps = ChosenProps & { planned: Planned; onBack: () => void };

function Review({ rows, planned, onBack, onClose }: ReviewProps) {
  const moving = planned.forecast.items.filter(({ verdict }) => verdict === 'moves').map(({ id }) => id);
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const count = moving.length;
  const move = async () => {
    let moved = 0;
    const told = (number: number) => {
      moved = number;
      setDone(number);
    };
    setDone(0);
    try {
      await assignAll(
        rows.filter(({ id }) => moving.includes(id)),
        planned.to,
        told,
      );
      toast.success(says.done(count));
      onClose();
    } catch (error) {
      setFailure(`${messageOf(error)} ${says.stopped(moved, count)}`);
    } finally {
      setDone(null);
      await queryClient.invalidateQueries();
    }
  };
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button onClick={onBack}>{says.back}</Button>
      <Button
        tone="primary"
        busy={done !== null}
        disabledReason={count === 0 ? says.nothingMoves : undefined}
        onClick={move}
      >
        {says.confirm(count)}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={says.reviewTitle}
      description={planned.words.join(' · ')}
      size="medium"
      footer={footer}
    >
      {failure ? <Alert tone="danger">{failure}</Alert> : null}
      <AssignManyReview forecast={planned.forecast} />
      <p role="status" className="text-ink-muted empty:hidden">
        {done === null ? null : says.moving(done, count)}
      </p>
    </Dialog>
  );
}
