import { useState } from 'react';
import { BookingDialog } from '../../bookings/booking-dialog.tsx';
import { StartFields } from '../../bookings/start-fields.tsx';
import { StartOrganization } from '../../bookings/start-organization.tsx';
import { type StartValues, startBody, useStartForm } from '../../bookings/start-values.ts';
import { api } from '../../lib/api.ts';
import { useOpenAdded } from '../../records/use-open-record.ts';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { LookupItem } from '../../ui/lookup-field.tsx';

const says = subscriptionTexts.start;

export function NewSubscription({ onClose }: { onClose: () => void }) {
  return (
    <StartOrganization>
      {(organization, fixed) => <StartSteps organization={organization} fixed={fixed} onClose={onClose} />}
    </StartOrganization>
  );
}

type StartStepsProps = { organization: LookupItem | null; fixed: boolean; onClose: () => void };

/** First what is wanted, then what that books. */
function StartSteps({ organization, fixed, onClose }: StartStepsProps) {
  const form = useStartForm(organization);
  const [wanted, setWanted] = useState<StartValues | null>(null);
  const open = useOpenAdded('subscriptions');
  // What is refused stands beside its field before anybody sees a preview.
  const look = async (values: StartValues) => {
    await api('POST /subscriptions/preview', { body: startBody(values) });
    setWanted(values);
  };
  const back = () => {
    // What was asked counts as not saved yet.
    form.reset(form.getValues(), { keepDefaultValues: true });
    setWanted(null);
  };
  if (!wanted) {
    return (
      <FormDialog
        form={form}
        onSubmit={look}
        onClose={onClose}
        title={says.title}
        side="end"
        size="medium"
        submit={says.next}
      >
        <StartFields form={form} fixed={fixed} />
      </FormDialog>
    );
  }
  return (
    <BookingDialog
      previewKey="POST /subscriptions/preview"
      bookKey="POST /subscriptions"
      body={startBody(wanted)}
      title={says.previewTitle}
      description={wanted.organization_id?.name}
      confirm={says.confirm}
      done={({ subscription }) => says.done(subscription.number)}
      dirty
      onBack={back}
      onClose={onClose}
      onBooked={({ subscription }) => open(subscription.id)}
    />
  );
}
