import type { Payment } from '../../contract/payments.ts';
import { NumberLink } from '../commerce/commerce-links.tsx';
import { formatMoney } from '../lib/format.ts';
import { invoiceTexts } from '../texts/invoices.ts';
import { uiTexts } from '../texts/ui.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const says = invoiceTexts.paying.underWay;

/** In place of the form once nothing more can be done here than wait. */
export function UnderWay({ payment, onClose }: { payment: Payment; onClose: () => void }) {
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
        {says.text} {says.look} <NumberLink resource="payments" to={payment} />
      </p>
    </Dialog>
  );
}
