import type { InvoiceDocument } from './invoice-document.ts';
import { type InvoiceSheet, newPage, numberPages } from './invoice-page.ts';
import { writeLines } from './lines-table.ts';
import { writeOpening } from './opening.ts';
import { bytesOf, openSheet } from './sheet.ts';
import { heightOfTotals, totalsOf, writeTotals } from './totals.ts';
import { dayOf, wordingOf } from './wording.ts';

/**
 * The invoice as a tagged PDF on A4 paper. The same document gives the same bytes. Throws a RangeError for a locale,
 * currency or date that does not exist.
 */
export async function renderInvoice(invoice: InvoiceDocument): Promise<Buffer> {
  const wording = wordingOf(invoice.locale, invoice.currency);
  const base = openSheet({
    title: `Invoice ${invoice.number}`,
    author: invoice.company.name,
    createdAt: dayOf(invoice.issue_date),
  });
  const sheet: InvoiceSheet = { ...base, invoice };
  newPage(sheet);
  writeOpening(sheet, wording);
  const totals = totalsOf(sheet, wording);
  writeLines(sheet, wording, heightOfTotals(totals));
  writeTotals(sheet, totals);
  numberPages(sheet);
  return bytesOf(sheet);
}
