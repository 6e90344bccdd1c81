import type { InvoiceDocument } from './invoice-document.ts';
import { decoration, edges, rule, type Sheet, small, type TextStyle, widthOf, write } from './sheet.ts';
import { shorten } from './wrap.ts';

/** A document of its kind with the pages it is written on. */
export interface InvoiceSheet extends Sheet {
  readonly invoice: InvoiceDocument;
}

export const stampColors = { draft: '#5f5f6b', open: '', paid: '#15803d', void: '#b91c1c' } as const;
export const stampWords = { draft: 'Draft', open: '', paid: 'Paid', void: 'Void' } as const;

const watermark: TextStyle = { font: 'strong', size: 150, color: stampColors.void };

/** Goes on at the top of a new page; those after the first say what they belong to. */
export function newPage(sheet: InvoiceSheet): void {
  const isFirst = sheet.doc.bufferedPageRange().count === 0;
  sheet.doc.addPage();
  sheet.y = edges.top;
  if (sheet.invoice.status === 'void') markVoid(sheet);
  if (isFirst) return;
  decoration(sheet, 'Pagination', () => runningHead(sheet));
  rule(sheet, 55);
  sheet.y = 72;
}

/** Starts a new page unless `height` points are left on this one. */
export function makeRoom(sheet: InvoiceSheet, height: number): void {
  if (sheet.y + height > edges.bottom) newPage(sheet);
}

/** How high something may be to fit on a page of its own. */
export const pageHeight = edges.bottom - 72;

function runningHead(sheet: InvoiceSheet): void {
  const { number, status, company } = sheet.invoice;
  const word = stampWords[status];
  const left = `Invoice ${number}${word === '' ? '' : ` · ${word}`}`;
  const measure = widthOf(sheet, small);
  write(sheet, small, shorten(left, 240, measure), { x: edges.left, baseline: 46 });
  write(sheet, small, shorten(company.name, 240, measure), { x: edges.right, baseline: 46, align: 'end' });
}

function markVoid(sheet: InvoiceSheet): void {
  const { doc } = sheet;
  decoration(sheet, 'Layout', () => {
    const middle = [edges.width / 2, edges.height / 2];
    doc.save().rotate(-50, { origin: middle }).fillOpacity(0.07);
    const wide = widthOf(sheet, watermark)('VOID');
    write(sheet, watermark, 'VOID', { x: (edges.width - wide) / 2, baseline: edges.height / 2 + 54 });
    doc.restore();
  });
}

/** Once all pages are there: "Page 1 of 3". */
export function numberPages(sheet: InvoiceSheet): void {
  const { company } = sheet.invoice;
  const { count } = sheet.doc.bufferedPageRange();
  const sender = [company.name, company.email].filter((part) => part !== null && part !== '').join(' · ');
  for (let page = 0; page < count; page += 1) {
    sheet.doc.switchToPage(page);
    rule(sheet, 796);
    decoration(sheet, 'Pagination', () => {
      const measure = widthOf(sheet, small);
      write(sheet, small, shorten(sender, 400, measure), { x: edges.left, baseline: 811 });
      const text = `Page ${page + 1} of ${count}`;
      write(sheet, small, text, { x: edges.right, baseline: 811, align: 'end' });
    });
  }
}
