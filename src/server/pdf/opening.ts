import type { InvoiceParty } from './invoice-document.ts';
import { type InvoiceSheet, makeRoom, stampColors, stampWords } from './invoice-page.ts';
import {
  addTag,
  body,
  bodyStrong,
  decoration,
  edges,
  ink,
  innerWidth,
  lineHeight,
  muted,
  rule,
  type StandardTag,
  type Tag,
  type TextStyle,
  tagged,
  widthOf,
  write,
} from './sheet.ts';
import type { Wording } from './wording.ts';
import { clean, shorten, wrap } from './wrap.ts';

const title: TextStyle = { font: 'strong', size: 22, color: ink };
const companyName: TextStyle = { font: 'strong', size: 12, color: ink };
const headline: TextStyle = { font: 'strong', size: 15, color: ink };
const label: TextStyle = { font: 'regular', size: 8.5, color: muted };
const factsAt = 330;
const partyWidth = 260;

interface Block {
  readonly tag: StandardTag;
  readonly style: TextStyle;
  readonly text: string;
  readonly width: number;
  readonly lineHeight: number;
}

/** Who asks whom for how much until when. */
export function writeOpening(sheet: InvoiceSheet, wording: Wording): void {
  writeSides(sheet, writeCompany, writeTitle);
  sheet.y += 22;
  writeBlock(sheet, sheet.root, {
    tag: 'P',
    style: headline,
    text: headlineOf(sheet, wording),
    width: innerWidth,
    lineHeight: 19,
  });
  sheet.y += 10;
  rule(sheet, sheet.y);
  sheet.y += 14;
  makeRoom(sheet, 130);
  writeSides(sheet, writeBillTo, () => writeFacts(sheet, wording));
  sheet.y += 18;
}

/** Two columns that begin at one height; writing goes on below the longer one. */
function writeSides(
  sheet: InvoiceSheet,
  left: (sheet: InvoiceSheet) => void,
  right: (sheet: InvoiceSheet) => void,
): void {
  const { y } = sheet;
  right(sheet);
  const below = sheet.y;
  sheet.y = y;
  left(sheet);
  sheet.y = Math.max(sheet.y, below);
}

function writeTitle(sheet: InvoiceSheet): void {
  const { number, status } = sheet.invoice;
  const top = sheet.y;
  tagged(sheet, sheet.root, 'H1', () => {
    write(sheet, title, 'Invoice ', { x: edges.right, baseline: top + 16, align: 'end' });
    const shown = shorten(number, 200, widthOf(sheet, bodyStrong));
    write(sheet, bodyStrong, shown, { x: edges.right, baseline: top + 34, align: 'end' });
  });
  sheet.y = top + 40;
  if (stampWords[status] !== '') stamp(sheet, stampWords[status], stampColors[status]);
}

/** In words as well as in colour. */
function stamp(sheet: InvoiceSheet, word: string, color: string): void {
  const style: TextStyle = { font: 'strong', size: 11, color };
  const wide = widthOf(sheet, style)(word) + 20;
  const top = sheet.y + 6;
  decoration(sheet, 'Layout', () => {
    sheet.doc
      .roundedRect(edges.right - wide - 0.6, top, wide, 21, 4)
      .lineWidth(1.2)
      .stroke(color);
  });
  tagged(sheet, sheet.root, 'P', () => {
    write(sheet, style, word, { x: edges.right - 10.6, baseline: top + 14.5, align: 'end' });
  });
  sheet.y = top + 21;
}

function writeCompany(sheet: InvoiceSheet): void {
  const { company } = sheet.invoice;
  // On the writing line of the title.
  sheet.y += 3.4;
  writeBlock(sheet, sheet.root, {
    tag: 'P',
    style: companyName,
    text: company.name,
    width: partyWidth,
    lineHeight: 16,
  });
  sheet.y += 2;
  writeAddress(sheet, sheet.root, company, label);
}

function writeBillTo(sheet: InvoiceSheet): void {
  const { bill_to } = sheet.invoice;
  const section = addTag(sheet, sheet.root, 'Sect');
  const block = { width: partyWidth, lineHeight };
  writeBlock(sheet, section, { ...block, tag: 'H2', style: label, text: 'Bill to' });
  sheet.y += 1;
  writeBlock(sheet, section, { ...block, tag: 'P', style: bodyStrong, text: bill_to.name });
  writeAddress(sheet, section, bill_to, body);
  section.end();
}

function writeAddress(
  sheet: InvoiceSheet,
  parent: Tag,
  { address, email }: InvoiceParty,
  style: TextStyle,
): void {
  const lines = [...address, email ?? ''].filter((line) => clean(line).trim() !== '');
  for (const text of lines)
    writeBlock(sheet, parent, { tag: 'P', style, text, width: partyWidth, lineHeight });
}

function writeFacts(sheet: InvoiceSheet, wording: Wording): void {
  const { issue_date, due_date, payment_terms, bill_to } = sheet.invoice;
  const facts = [
    ['Invoice date', wording.date(issue_date)],
    ['Due date', wording.date(due_date)],
    ['Payment terms', payment_terms],
    ['Customer number', bill_to.number ?? ''],
  ] as const;
  const section = addTag(sheet, sheet.root, 'Sect');
  const measure = widthOf(sheet, body);
  for (const [name, text] of facts) {
    if (text === '') continue;
    const lines = wrap(text, edges.right - factsAt - 90, measure);
    tagged(sheet, section, 'P', () => {
      write(sheet, label, `${name} `, { x: factsAt, baseline: sheet.y + 9 });
      for (const line of lines) {
        write(sheet, body, line, { x: edges.right, baseline: sheet.y + 9, align: 'end' });
        sheet.y += lineHeight;
      }
    });
    sheet.y += 2;
  }
  section.end();
}

function headlineOf({ invoice }: InvoiceSheet, { money, date }: Wording): string {
  const { status, amount, balance, due_date } = invoice;
  switch (status) {
    case 'draft':
      return `${money(amount)}, not yet issued`;
    case 'void':
      return 'This invoice is void; nothing is due';
    case 'paid':
      return `${money(amount)} paid`;
    case 'open':
      return balance === amount
        ? `${money(balance)} due ${date(due_date)}`
        : `${money(balance)} of ${money(amount)} due ${date(due_date)}`;
  }
}

/** A text at the left edge, line by line, over as many pages as it takes. */
export function writeBlock(sheet: InvoiceSheet, parent: Tag, block: Block): void {
  const { tag, style, text, width } = block;
  const element = addTag(sheet, parent, tag);
  for (const line of wrap(text, width, widthOf(sheet, style))) {
    makeRoom(sheet, block.lineHeight);
    element.add(() => write(sheet, style, line, { x: edges.left, baseline: sheet.y + style.size * 1.05 }));
    sheet.y += block.lineHeight;
  }
  element.end();
}
