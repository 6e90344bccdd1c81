import { useQueryClient } from '@tanstack/react-query';
import type { Job } from '../../../contract/jobs.ts';
import { api } from '../../lib/api.ts';
import { useIdempotencyKey } from '../../lib/idempotency-key.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast.tsx';

/** Asks before a job is run; pressed twice, or tried again after a failure, it is still one run. */
export function RunJob({ job, onClose }: { job: Job; onClose: () => void }) {
  const queryClient = useQueryClient();
  const idempotencyKey = useIdempotencyKey();
  const confirm = async () => {
    await api('POST /jobs/run', { body: { job: job.name }, idempotencyKey });
    toast.success(jobsTexts.asked(job.label));
    await queryClient.invalidateQueries({ queryKey: ['jobs'] });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={jobsTexts.runTitle(job.label)}
      text={jobsTexts.runText}
      confirmLabel={jobsTexts.runConfirm}
      onConfirm={confirm}
    />
  );
}
