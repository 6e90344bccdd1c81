import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { methodTexts } from '../texts/payment-methods.ts';
import { Badge } from '../ui/badge.tsx';

/** Nothing for a method that is simply good. */
export function MethodState({ row }: { row: PaymentMethod }) {
  if (row.removed) return <Badge tone="neutral">{methodTexts.removed}</Badge>;
  return (
    <>
      {row.is_default ? <Badge tone="accent">{methodTexts.default}</Badge> : null}{' '}
      {row.expired ? <Badge tone="danger">{methodTexts.expired}</Badge> : null}{' '}
      {row.last_attempt === 'declined' ? <Badge tone="warning">{methodTexts.declined}</Badge> : null}
    </>
  );
}
