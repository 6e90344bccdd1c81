import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { api } from '../../lib/api.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, field } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { AssigneeFields, type AssigneeValues } from './assignee-fields.tsx';

const says = organizationTexts.assignment;

function assigneesOf(row: Organization): AssigneeValues {
  return {
    account_executive_id: row.account_executive?.id ?? '',
    partner_id: row.partner?.id ?? '',
    partner_account_executive_id: row.partner_account_executive?.id ?? '',
  };
}

function assigneeNames(row: Organization) {
  return {
    account_executive_id: row.account_executive?.name,
    partner_id: row.partner?.name,
    partner_account_executive_id: row.partner_account_executive?.name,
  };
}

/** Emptied means nobody. */
function toBody(changes: Partial<AssigneeValues>) {
  return Object.fromEntries(Object.entries(changes).map(([name, id]) => [name, id === '' ? null : id]));
}

export function AssignOrganization({ row, onClose }: { row: Organization; onClose: () => void }) {
  const queryClient = useQueryClient();
  const formId = useId();
  const params = { id: row.id };
  const { form, submit, conflict } = useVersionedForm<Organization, AssigneeValues>({
    row,
    valuesOf: assigneesOf,
    wordsOf: assigneeNames,
    load: () => api('GET /organizations/:id', { params }),
    save: (changes, base) =>
      api('POST /organizations/:id/assign', { params, body: toBody(changes), ifMatch: base.version }),
  });
  const { isDirty, isSubmitting } = form.formState;
  const save = async (values: AssigneeValues) => {
    await submit(values);
    await queryClient.invalidateQueries();
    toast.success(says.done(row.name));
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button
        type="submit"
        form={formId}
        tone="primary"
        busy={isSubmitting}
        disabledReason={isDirty ? undefined : says.unchanged}
      >
        {says.submit}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      dirty={isDirty}
      title={says.title(row.name)}
      description={says.text}
      footer={footer}
    >
      <Form id={formId} form={form} onSubmit={save} warnUnsaved={false}>
        <VersionConflict conflict={conflict} labels={labelsOfAssignment} />
        <AssigneeFields
          bind={(name, rules) => field(form, name, rules)}
          partner={form.watch('partner_id')}
          onPartnerChange={() => form.setValue('partner_account_executive_id', '', { shouldDirty: true })}
          current={row}
        />
      </Form>
    </Dialog>
  );
}

const labelsOfAssignment = {
  account_executive_id: organizationTexts.fields.account_executive,
  partner_id: organizationTexts.fields.partner,
  partner_account_executive_id: organizationTexts.fields.partner_account_executive,
};
