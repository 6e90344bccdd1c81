import { useQueryClient } from '@tanstack/react-query';
import type { Organization } from '../../../contract/organizations.ts';
import { api } from '../../lib/api.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';

const says = organizationTexts.closing;

export function CloseOrganization({ row, onClose }: { row: Organization; onClose: () => void }) {
  const queryClient = useQueryClient();
  const confirm = async () => {
    const reload = () => queryClient.invalidateQueries({ queryKey: ['organizations'] });
    // Also after a refusal: it may come from a newer version than the one on the page.
    await api('POST /organizations/:id/close', {
      params: { id: row.id },
      body: {},
      ifMatch: row.version,
    }).finally(reload);
    toast.success(says.done(row.name));
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={says.title(row.name)}
      text={says.text}
      confirmLabel={says.confirm}
      tone="danger"
      onConfirm={confirm}
    />
  );
}
