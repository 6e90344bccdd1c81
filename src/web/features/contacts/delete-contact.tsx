import { useQueryClient } from '@tanstack/react-query';
import type { Contact } from '../../../contract/contacts.ts';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';

const says = contactTexts.deleting;

export type DeleteContactProps = { row: Contact; onClose: () => void; onDeleted?: () => unknown };

export function DeleteContact({ row, onClose, onDeleted }: DeleteContactProps) {
  const queryClient = useQueryClient();
  const name = fullName(row);
  const confirm = async () => {
    try {
      await api('POST /contacts/:id/delete', { params: { id: row.id }, ifMatch: row.version });
    } catch (error) {
      // The page may show an older version than the one that exists.
      await queryClient.invalidateQueries({ queryKey: ['contacts'] });
      throw error;
    }
    toast.success(says.done(name));
    await onDeleted?.();
    await queryClient.invalidateQueries({
      queryKey: ['contacts'],
      refetchType: onDeleted ? 'none' : 'active',
    });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={says.title(name)}
      text={says.text(row.organization.name)}
      confirmLabel={says.confirm}
      tone="danger"
      onConfirm={confirm}
    />
  );
}
