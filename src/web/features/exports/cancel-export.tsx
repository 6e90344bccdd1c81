import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { exportTexts } from '../../texts/exports.ts';
import { Button } from '../../ui/button.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { toast } from '../../ui/toast.tsx';

export function CancelExport({ id, name }: { id: string; name: string }) {
  const cancelling = useMutation({
    mutationFn: () => api('POST /exports/:id/cancel', { params: { id } }),
    onSuccess: () => toast.success(exportTexts.cancelled),
    onError: (error) => toast.failure(messageOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['exports'] }),
  });
  return (
    <Button
      busy={cancelling.isPending}
      aria-label={exportTexts.cancelOf(name)}
      onClick={() => cancelling.mutate()}
    >
      {exportTexts.cancel}
    </Button>
  );
}
