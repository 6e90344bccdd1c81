import { useEffect, useRef } from 'react';
import { formatMoney } from '../lib/format.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { Failure } from './use-pay.ts';

const says = invoiceTexts.paying;

type Props = { failure: Failure; onTryAnother: (() => void) | undefined };

/** Why it failed, and what to do about it. */
export function PayFailure({ failure: { payment, credit }, onTryAnother }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed may be far below it.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box}>
      <Alert tone="danger" title={says.failed(formatMoney(payment.amount), payment.method)}>
        <p>{payment.failure?.message}</p>
        {credit.amount > 0 ? <p>{says.creditIsFree(formatMoney(credit))}</p> : null}
        {onTryAnother ? (
          <Button className="mt-2" onClick={onTryAnother}>
            {says.tryAnother}
          </Button>
        ) : null}
      </Alert>
    </div>
  );
}
