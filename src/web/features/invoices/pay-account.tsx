import { lazy, Suspense, useState } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { IfCan } from '../../access/use-can.tsx';
import { hubTexts } from '../../texts/hubs.ts';
import { Button } from '../../ui/button.tsx';

const PayAccountDialog = lazy(() =>
  import('../../payment/pay-dialog.tsx').then((module) => ({ default: module.PayAccountDialog })),
);

/** Pays what an organization owes; where nothing is owed it says so. */
export function PayAccount({ row }: { row: Organization }) {
  const [paying, setPaying] = useState(false);
  const nothing = row.account_balance.amount === 0;
  return (
    <IfCan permission="invoices.pay">
      <Button
        tone="primary"
        disabledReason={nothing ? hubTexts.nothingOwed : undefined}
        onClick={() => setPaying(true)}
      >
        {hubTexts.pay}
      </Button>
      {paying ? (
        <Suspense fallback={null}>
          <PayAccountDialog organizationId={row.id} onClose={() => setPaying(false)} />
        </Suspense>
      ) : null}
    </IfCan>
  );
}
