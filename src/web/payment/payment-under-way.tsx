import type { Payment } from '../../contract/payments.ts';
import { useCan } from '../access/use-can.tsx';
import { NumberLink } from '../commerce/commerce-links.tsx';
import { formatMoney } from '../lib/format.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { uiTexts } from '../texts/ui.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const says = invoiceTexts.paying.underWay;

/** In place of the form once nothing more can be done here than wait. */
export function UnderWay({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const opens = useCan('payments.view');
  return (
    <Dialog
      open
      onClose={onClose}
      title={says.title(formatMoney(payment.amount))}
      description={payment.organization.name}
      footer={
        <Button tone="primary" onClick={onClose}>
          {uiTexts.close}
        </Button>
      }
    >
      <p role="status">
        {says.text}{' '}
        {opens ? (
          <>
            {says.look} <NumberLink resource="payments" to={payment} />
          </>
        ) : (
          says.lookAtInvoice
        )}
      </p>
    </Dialog>
  );
}
