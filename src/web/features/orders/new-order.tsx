import { StartFields } from '../../bookings/start-fields.tsx';
import { StartOrganization } from '../../bookings/start-organization.tsx';
import { startBody, useStartForm } from '../../bookings/start-values.ts';
import { api } from '../../lib/api.ts';
import { CreateRecord } from '../../records/create-record.tsx';
import { orderTexts } from '../../texts/orders.ts';
import type { LookupItem } from '../../ui/lookup-field.tsx';

const says = orderTexts.drafting;

export function NewOrder({ onClose }: { onClose: () => void }) {
  return (
    <StartOrganization>
      {(organization, fixed) => <DraftOrder organization={organization} fixed={fixed} onClose={onClose} />}
    </StartOrganization>
  );
}

type DraftOrderProps = { organization: LookupItem | null; fixed: boolean; onClose: () => void };

function DraftOrder({ organization, fixed, onClose }: DraftOrderProps) {
  const form = useStartForm(organization);
  return (
    <CreateRecord
      resource="orders"
      form={form}
      add={(values) => api('POST /orders', { body: startBody(values) })}
      description={says.text}
      submit={says.submit}
      onClose={onClose}
    >
      <StartFields form={form} fixed={fixed} />
    </CreateRecord>
  );
}
