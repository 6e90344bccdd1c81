import { expect, test } from 'vitest';
import type { InvoiceDocumentLine } from './invoice-document.ts';
import { renderInvoice } from './invoice-pdf.ts';
import { testInvoice, testLine } from './test-invoice.ts';
import { all, cells, readPdf } from './test-reader.ts';

/** The cells of the one line of an invoice. */
async function lineOf(values: Partial<InvoiceDocumentLine>): Promise<string[]> {
  const pdf = await readPdf(await renderInvoice(testInvoice({ lines: [testLine(0, values)] })));
  const [, row] = cells(all(pdf.structure, 'Table')[0]);
  return row ?? [];
}

test.each([
  [
    { quantity: 3, unit_price: 1000, flat_price: 5000, amount: 8000 },
    '3',
    '€10.00 plus €50.00 flat',
    '€80.00',
  ],
  [{ quantity: 3, unit_price: 0, flat_price: 5000, amount: 5000 }, '3', '€50.00 flat', '€50.00'],
  [{ quantity: 3, unit_price: 0, flat_price: 0, amount: 0 }, '3', '€0.00', '€0.00'],
])('prices stand as on the page: %j', async (line, ...told) => {
  expect((await lineOf(line)).slice(2)).toEqual(told);
});

test('a part of a period says which part', async () => {
  const [, period] = await lineOf({ days: { count: 18, of: 28 } });
  expect(period).toBe('1 – 30 Nov 2026, 18 of 28 days');
});
