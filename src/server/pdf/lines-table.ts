import type { InvoiceDocumentLine } from './invoice-document.ts';
import { type InvoiceSheet, makeRoom, newPage, pageHeight } from './invoice-page.ts';
import {
  addTag,
  body,
  decoration,
  edges,
  ink,
  innerWidth,
  lineHeight,
  muted,
  rule,
  type Sheet,
  type Tag,
  type TextStyle,
  widthOf,
  write,
} from './sheet.ts';
import type { Wording } from './wording.ts';
import { clean, wrap } from './wrap.ts';

type ColumnName = 'description' | 'period' | 'quantity' | 'unitPrice' | 'amount';

interface Column {
  readonly label: string;
  readonly align: 'start' | 'end';
  /** Where the text begins, or ends. */
  readonly x: number;
  readonly width: number;
}

/** A row as it will be written: the lines of each of its cells. */
type Row = Record<ColumnName, readonly string[]>;

const names: readonly ColumnName[] = ['description', 'period', 'quantity', 'unitPrice', 'amount'];
const labels: Record<ColumnName, string> = {
  description: 'Description',
  period: 'Period',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  amount: 'Amount',
};
const head: TextStyle = { font: 'strong', size: 8, color: muted };
const gap = 14;
const padding = 5;
const headHeight = 20;
const narrowestDescription = 130;
const narrowestPeriod = 70;
/** Lines of a very high row that make it worth beginning at the foot of a page. */
const worthBeginning = 6;

/** The lines, with their heads repeated on every page; the last one stays with the `below` points that come after it. */
export function writeLines(sheet: InvoiceSheet, wording: Wording, below: number): void {
  const { lines } = sheet.invoice;
  if (lines.length === 0) return;
  const texts = lines.map((line) => textsOf(line, wording));
  const columns = columnsFor(sheet, texts);
  const rows = texts.map((text) => rowOf(sheet, columns, text));
  const [first] = rows;
  if (first) makeRoom(sheet, headHeight + roomFor(first, rows.length === 1 ? below : 0));
  const table = addTag(sheet, sheet.root, 'Table');
  writeHead(sheet, table, columns);
  const bodyTag = addTag(sheet, table, 'TBody');
  rows.forEach((row, at) => {
    if (at > 0 && sheet.y + roomFor(row, at === rows.length - 1 ? below : 0) > edges.bottom)
      goOn(sheet, columns);
    writeRow(sheet, bodyTag, columns, row);
  });
  table.end();
}

/** What stands in each cell; a price of two parts has a line for each. */
type Texts = Record<Exclude<ColumnName, 'unitPrice'>, string> & { readonly unitPrice: readonly string[] };

function textsOf(line: InvoiceDocumentLine, wording: Wording): Texts {
  return {
    description: line.description,
    period: periodOf(line, wording),
    quantity: wording.quantity(line.quantity),
    unitPrice: pricesOf(line, wording),
    amount: wording.money(line.amount),
  };
}

function periodOf({ period, days }: InvoiceDocumentLine, wording: Wording): string {
  const span = period === null ? [] : [clean(wording.period(period.start, period.end))];
  const part = days === null ? [] : [wording.days(days.count, days.of)];
  return [...span, ...part].join(', ');
}

/** As on the page of the invoice: a price for each unit, a flat price, or both. */
function pricesOf({ unit_price, flat_price }: InvoiceDocumentLine, wording: Wording): string[] {
  if (flat_price === 0) return [wording.money(unit_price)];
  if (unit_price === 0) return [wording.flat(flat_price)];
  // The space keeps the two parts apart where they are read aloud.
  return [wording.money(unit_price), ` ${wording.plusFlat(flat_price)}`];
}

/** Numbers are never broken; the period is, before the description gets too narrow. */
function columnsFor(sheet: Sheet, texts: readonly Texts[]): Record<ColumnName, Column> {
  const measure = widthOf(sheet, body);
  const measureHead = widthOf(sheet, head);
  const widest = (name: ColumnName) =>
    texts
      .flatMap((text) => text[name])
      .reduce((most, text) => Math.max(most, measure(text)), measureHead(labels[name]));
  const [quantity, unitPrice, amount] = [widest('quantity'), widest('unitPrice'), widest('amount')];
  const left = innerWidth - quantity - unitPrice - amount - 4 * gap;
  const period = Math.min(widest('period'), Math.max(narrowestPeriod, left - narrowestDescription));
  const unitPriceEnd = edges.right - amount - gap;
  const quantityEnd = unitPriceEnd - unitPrice - gap;
  const periodStart = quantityEnd - quantity - gap - period;
  const column = (name: ColumnName, align: Column['align'], x: number, width: number) => ({
    label: labels[name],
    align,
    x,
    width,
  });
  return {
    description: column('description', 'start', edges.left, left - period),
    period: column('period', 'start', periodStart, period),
    quantity: column('quantity', 'end', quantityEnd, quantity),
    unitPrice: column('unitPrice', 'end', unitPriceEnd, unitPrice),
    amount: column('amount', 'end', edges.right, amount),
  };
}

function rowOf(sheet: Sheet, columns: Record<ColumnName, Column>, text: Texts): Row {
  const measure = widthOf(sheet, body);
  return {
    description: wrap(text.description, columns.description.width, measure),
    period: text.period === '' ? [] : wrap(text.period, columns.period.width, measure),
    quantity: [text.quantity],
    unitPrice: text.unitPrice,
    amount: [text.amount],
  };
}

/** What has to be left of the page for a row to begin on it. */
function roomFor(row: Row, below: number): number {
  const [height, fresh] = [heightOf(row), pageHeight - headHeight];
  if (height + below <= fresh) return height + below;
  return height <= fresh ? height : worthBeginning * lineHeight + 2 * padding;
}

function heightOf(row: Row): number {
  return linesIn(row) * lineHeight + 2 * padding;
}

function linesIn(row: Row): number {
  return Math.max(...names.map((name) => row[name].length));
}

function writeHead(sheet: InvoiceSheet, table: Tag, columns: Record<ColumnName, Column>): void {
  const group = addTag(sheet, table, 'THead');
  const row = addTag(sheet, group, 'TR');
  for (const name of names) {
    const cell = sheet.doc.struct('TH', { scope: 'Column' });
    row.add(cell);
    cell.add(() => writeLabel(sheet, columns[name]));
  }
  group.end();
  endHead(sheet);
}

/** Seen again, but read aloud only once: it is the same head. */
function repeatHead(sheet: InvoiceSheet, columns: Record<ColumnName, Column>): void {
  decoration(sheet, 'Pagination', () => {
    for (const name of names) writeLabel(sheet, columns[name]);
  });
  endHead(sheet);
}

function writeLabel(sheet: Sheet, { label, align, x }: Column): void {
  write(sheet, head, label, { x, baseline: sheet.y + 11, align });
}

function endHead(sheet: Sheet): void {
  sheet.y += headHeight;
  rule(sheet, sheet.y - 2, edges.left, ink);
}

/** Rows stay in one piece, except for those that are higher than a page. */
function writeRow(sheet: InvoiceSheet, group: Tag, columns: Record<ColumnName, Column>, row: Row): void {
  const rowTag = addTag(sheet, group, 'TR');
  const cells = names.map((name) => ({ name, tag: addTag(sheet, rowTag, 'TD') }));
  const count = linesIn(row);
  let from = 0;
  while (from < count) {
    if (from > 0) goOn(sheet, columns);
    const to = from + Math.floor((edges.bottom - sheet.y - 2 * padding) / lineHeight);
    for (const { name, tag } of cells) {
      const part = row[name].slice(from, to);
      if (part.length > 0) tag.add(() => writeCell(sheet, columns[name], part));
    }
    sheet.y += Math.min(count - from, to - from) * lineHeight + 2 * padding;
    from = to;
  }
  rowTag.end();
  rule(sheet, sheet.y);
}

function goOn(sheet: InvoiceSheet, columns: Record<ColumnName, Column>): void {
  newPage(sheet);
  repeatHead(sheet, columns);
}

function writeCell(sheet: Sheet, { x, align }: Column, lines: readonly string[]): void {
  lines.forEach((line, at) => {
    write(sheet, body, line, { x, baseline: sheet.y + padding + 9 + at * lineHeight, align });
  });
}
