import type { InvoiceDocument, InvoiceDocumentLine } from './invoice-document.ts';

/** An open invoice of one line over 12 seats, to be changed by tests. */
export function testInvoice(values: Partial<InvoiceDocument> = {}): InvoiceDocument {
  const lines = values.lines ?? [testLine(0)];
  const amount = values.amount ?? lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    number: 'INV-000042',
    status: 'open',
    issue_date: '2026-11-24',
    due_date: '2026-12-24',
    payment_terms: 'Net 30',
    currency: 'EUR',
    locale: 'en-GB',
    company: {
      name: 'Ravenstack Cloud GmbH',
      address: ['Hardenbergstraße 12', '10623 Berlin', 'Germany'],
      email: 'billing@ravenstack.example',
    },
    bill_to: {
      name: 'Żółta Łódź Sp. z o.o.',
      number: 'A00001212',
      address: ['ul. Świętojańska 7', '81-368 Gdynia', 'Poland'],
      email: 'ksiegowosc@zolta-lodz.example',
    },
    lines,
    amount,
    applied: [],
    balance: amount,
    note: null,
    ...values,
  };
}

export function testLine(at: number, values: Partial<InvoiceDocumentLine> = {}): InvoiceDocumentLine {
  const quantity = (at % 40) + 1;
  const unit_price = 1_250 + (at % 7) * 315;
  return {
    description: `Platform Professional, seat ${at + 1}`,
    period: { start: '2026-11-01', end: '2026-11-30' },
    quantity,
    unit_price,
    flat_price: 0,
    days: null,
    amount: quantity * unit_price,
    ...values,
  };
}
