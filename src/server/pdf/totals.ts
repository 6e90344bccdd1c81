import type { InvoiceDocument } from './invoice-document.ts';
import { type InvoiceSheet, makeRoom, pageHeight } from './invoice-page.ts';
import { writeBlock } from './opening.ts';
import {
  addTag,
  body,
  edges,
  ink,
  innerWidth,
  lineHeight,
  rule,
  type Tag,
  type TextStyle,
  widthOf,
  write,
} from './sheet.ts';
import type { Wording } from './wording.ts';
import { wrap } from './wrap.ts';

export interface Total {
  readonly label: readonly string[];
  readonly value: string;
  readonly style: TextStyle;
}

const from = 310;
const strong: TextStyle = { font: 'strong', size: 10, color: ink };
const padding = 4;
const above = 8;

/** What the lines come to, what was applied, and what is left. */
export function writeTotals(sheet: InvoiceSheet, totals: readonly Total[]): void {
  const { note } = sheet.invoice;
  const height = heightOfTotals(totals);
  if (height < pageHeight) makeRoom(sheet, height);
  sheet.y += above;
  const table = addTag(sheet, sheet.root, 'Table');
  totals.forEach((total, at) => {
    makeRoom(sheet, heightOf(total));
    if (at > 0 && at === totals.length - 1) rule(sheet, sheet.y, from, ink);
    writeTotal(sheet, table, total);
  });
  table.end();
  if (note === null || note.trim() === '') return;
  sheet.y += 20;
  writeBlock(sheet, sheet.root, { tag: 'P', style: body, text: note, width: innerWidth, lineHeight });
}

/** The rows of the totals, wrapped. */
export function totalsOf(sheet: InvoiceSheet, wording: Wording): Total[] {
  return sumsOf(sheet.invoice, wording).map((total) => wrapped(sheet, total));
}

export function heightOfTotals(totals: readonly Total[]): number {
  return totals.reduce((sum, total) => sum + heightOf(total), above);
}

function sumsOf(invoice: InvoiceDocument, { money }: Wording) {
  const { amount, applied, balance, status } = invoice;
  if (status === 'draft') return [{ label: 'Total', value: money(amount), style: strong }];
  return [
    { label: 'Total', value: money(amount), style: body },
    ...applied.map((part) => ({ label: part.label, value: money(-part.amount), style: body })),
    { label: 'Balance due', value: money(balance), style: strong },
  ];
}

function wrapped(sheet: InvoiceSheet, total: { label: string; value: string; style: TextStyle }): Total {
  const measure = widthOf(sheet, total.style);
  const width = edges.right - from - measure(total.value) - 14;
  return { ...total, label: wrap(total.label, width, measure) };
}

function heightOf({ label }: Total): number {
  return label.length * lineHeight + 2 * padding;
}

function writeTotal(sheet: InvoiceSheet, table: Tag, total: Total): void {
  const { label, value, style } = total;
  const row = addTag(sheet, table, 'TR');
  const headCell = sheet.doc.struct('TH', { scope: 'Row' });
  row.add(headCell);
  const baseline = sheet.y + padding + 9.5;
  headCell.add(() => {
    label.forEach((line, at) => {
      write(sheet, style, line, { x: from, baseline: baseline + at * lineHeight });
    });
  });
  const cell = addTag(sheet, row, 'TD');
  cell.add(() => write(sheet, style, value, { x: edges.right, baseline, align: 'end' }));
  row.end();
  sheet.y += heightOf(total);
}
