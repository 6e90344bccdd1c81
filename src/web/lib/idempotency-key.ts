import { useState } from 'react';

/** 128 random bits. Not `randomUUID`, which browsers keep from pages without TLS. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The key of one attempt: made when the form or dialog opens, kept however often it is sent, and made anew
 * when it opens again. `const idempotencyKey = useIdempotencyKey(open)`, then `api(route, { …, idempotencyKey })`.
 */
export function useIdempotencyKey(open = true): string {
  const [attempt, setAttempt] = useState(() => ({ open, key: newIdempotencyKey() }));
  if (attempt.open === open) return attempt.key;
  const next = { open, key: open ? newIdempotencyKey() : attempt.key };
  setAttempt(next);
  return next.key;
}
