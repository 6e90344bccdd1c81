import PDFDocument from 'pdfkit';
import { type FontName, fontNames, printableFont } from './printable-font.ts';

/** A structure element: what assistive technology sees in place of positions. */
export type Tag = PDFKit.PDFStructureElement;
export type StandardTag = 'Document' | 'H1' | 'H2' | 'P' | 'Sect' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TD';

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly color: string;
}

/** Points from the left and upper edge of an A4 page. */
export const edges = {
  left: 48,
  right: 547.28,
  top: 56,
  bottom: 772,
  width: 595.28,
  height: 841.89,
} as const;
export const innerWidth = edges.right - edges.left;

export const ink = '#17171c';
export const muted = '#5f5f6b';
export const hairline = '#dcdce3';
export const body: TextStyle = { font: 'regular', size: 8.5, color: ink };
export const bodyStrong: TextStyle = { font: 'strong', size: 8.5, color: ink };
export const small: TextStyle = { font: 'regular', size: 8, color: muted };
export const lineHeight = 12.5;

/** A document in the making, with the place where writing goes on. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Tag;
  /** Where the next line begins. */
  y: number;
}

export interface SheetOptions {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
}

export function openSheet({ title, author, createdAt }: SheetOptions): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: '',
    // pdfkit writes this title into XML as it is.
    info: {
      Title: title.replace(/[<>&]/g, ' '),
      Creator: 'Ambit',
      Producer: 'Ambit',
      CreationDate: createdAt,
    },
  });
  doc.appendXML(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description>`);
  for (const name of fontNames) doc.registerFont(name, printableFont(name));
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root, y: edges.top };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Ends the document and gives its bytes. */
export async function bytesOf({ doc, root }: Sheet): Promise<Buffer> {
  root.end();
  doc.end();
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function widthOf({ doc }: Sheet, { font, size }: TextStyle): (text: string) => number {
  return (text) => {
    doc.font(font, size);
    return doc.widthOfString(text);
  };
}

export interface Placed {
  readonly x: number;
  /** Of the writing line. */
  readonly baseline: number;
  /** Whether the text begins or ends at `x`. */
  readonly align?: 'start' | 'end';
}

/** Writes one line where it is told to, without wrapping. */
export function write(sheet: Sheet, style: TextStyle, text: string, { x, baseline, align }: Placed): void {
  if (text.trim() === '') return;
  const start = align === 'end' ? x - widthOf(sheet, style)(text.trimEnd()) : x;
  sheet.doc
    .font(style.font, style.size)
    .fillColor(style.color)
    .text(text, start, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

export function addTag({ doc }: Sheet, parent: Tag, tag: StandardTag): Tag {
  const element = doc.struct(tag);
  parent.add(element);
  return element;
}

/** A piece of the text: whatever `draw` writes is the content of one new element. */
export function tagged(sheet: Sheet, parent: Tag, tag: StandardTag, draw: () => void): void {
  addTag(sheet, parent, tag).add(draw).end();
}

/** Lines, and what is repeated on every page: nobody needs to have it read aloud. */
export function decoration({ doc }: Sheet, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

export function rule(sheet: Sheet, y: number, from: number = edges.left, color: string = hairline): void {
  decoration(sheet, 'Layout', () => {
    sheet.doc.moveTo(from, y).lineTo(edges.right, y).lineWidth(0.6).stroke(color);
  });
}
