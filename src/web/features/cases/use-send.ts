import { useState } from 'react';
import type { Case } from '../../../contract/cases.ts';
import { api } from '../../lib/api.ts';
import { newIdempotencyKey } from '../../lib/idempotency-key.ts';
import { reload } from '../../records/record-queries.ts';
import { caseTexts } from '../../texts/cases.ts';
import { toast } from '../../ui/toast.tsx';

type Written = { body: string; resolve: boolean };

/** Sends a reply or a note, once however often it is tried; what was typed goes only once it has arrived. */
export function useSend({ id, side }: Case, internal: boolean, onSent: () => void) {
  const [idempotencyKey, renew] = useState(newIdempotencyKey);
  return async ({ body, resolve }: Written) => {
    if (internal) {
      await api('POST /cases/:id/notes', { params: { id }, body: { body }, idempotencyKey });
    } else {
      const answer = { body, resolve: resolve && side === 'answers' };
      await api('POST /cases/:id/messages', { params: { id }, body: answer, idempotencyKey });
    }
    renew(newIdempotencyKey());
    onSent();
    toast.success(internal ? caseTexts.notes.added : caseTexts.reply.sent);
    await reload('cases');
  };
}
