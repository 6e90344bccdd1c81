import { inflateSync } from 'node:zlib';

/** One written line and where it stands, in points from the lower left. */
export interface WrittenLine {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Null for decoration. */
  readonly mcid: number | null;
}

/** A structure element as assistive technology meets it. */
export interface Element {
  readonly tag: string;
  readonly scope: string | null;
  /** Its own text and that of everything in it. */
  readonly text: string;
  readonly children: readonly Element[];
}

export interface ReadPdf {
  readonly pageCount: number;
  readonly lines: readonly WrittenLine[];
  readonly structure: Element;
  /** The bodies of all objects, streams left out. */
  readonly objects: string;
  readonly metadata: string;
}

interface Objects {
  body(id: string): string;
  stream(id: string): Buffer;
  ids(matching: RegExp): string[];
}

/** Reads what pdfkit wrote: not any PDF, but by other means than it was written. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes);
  const [catalog = ''] = objects.ids(/\/Type \/Catalog/);
  const pages = refs(field(objects.body(ref(objects.body(catalog), 'Pages')), 'Kids'));
  const lines = pages.flatMap((id, page) => linesOf(objects, id, page));
  const root = objects.body(ref(objects.body(catalog), 'StructTreeRoot'));
  const [document = ''] = refs(field(root, 'K'));
  const [metadata] = objects.ids(/\/Type \/Metadata/);
  return {
    pageCount: pages.length,
    lines,
    structure: elementOf(objects, pages, lines, document),
    objects: objects.ids(/./).map(objects.body).join('\n'),
    metadata: metadata === undefined ? '' : objects.stream(metadata).toString(),
  };
}

/** All elements of one tag, in reading order. */
export function all(element: Element, tag: string): Element[] {
  const below = element.children.flatMap((child) => all(child, tag));
  return element.tag === tag ? [element, ...below] : below;
}

function objectsOf(bytes: Buffer): Objects {
  const raw = bytes.toString('latin1');
  const found = new Map<string, { body: string; stream: Buffer }>();
  for (const [, id = '', text = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, body = text, data] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(text) ?? [];
    const packed = Buffer.from(data ?? '', 'latin1');
    found.set(id, { body, stream: body.includes('/FlateDecode') ? inflateSync(packed) : packed });
  }
  const object = (id: string) => {
    const one = found.get(id);
    if (one === undefined) throw new Error(`The document has no object ${id}`);
    return one;
  };
  return {
    body: (id) => object(id).body,
    stream: (id) => object(id).stream,
    ids: (matching) => [...found].filter(([, { body }]) => matching.test(body)).map(([id]) => id),
  };
}

function field(body: string, name: string): string {
  const list = new RegExp(`/${name} \\[([\\s\\S]*?)\\](?=\\s)`).exec(body)?.[1];
  return list ?? new RegExp(`/${name} ([^\\n]*)`).exec(body)?.[1] ?? '';
}

function refs(text: string): string[] {
  return Array.from(text.matchAll(/(\d+) 0 R/g), ([, id = '']) => id);
}

function ref(body: string, name: string): string {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1];
  if (id === undefined) throw new Error(`There is no /${name} in ${body}`);
  return id;
}

const operators =
  /\/(\w+)\s*<<([\s\S]*?)>>\s*BDC|\b(EMC)\b|\/(F\d+) [\d.]+ Tf|1 0 0 1 ([-\d.]+) ([-\d.]+) Tm|\[([^\]]*)\] TJ/g;

function linesOf(objects: Objects, id: string, page: number): WrittenLine[] {
  const body = objects.body(id);
  const resources = objects.body(ref(body, 'Resources'));
  const fonts = new Map(
    Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', font = '']) => [
      name,
      signsOf(objects, font),
    ]),
  );
  const lines: WrittenLine[] = [];
  const marks: (number | null)[] = [];
  let signs = new Map<string, string>();
  let [x, y] = [0, 0];
  const content = objects.stream(ref(body, 'Contents')).toString('latin1');
  for (const [, tag, values, end, font, atX, atY, glyphs] of content.matchAll(operators)) {
    if (tag !== undefined)
      marks.push(tag === 'Artifact' ? null : Number(/\/MCID (\d+)/.exec(values ?? '')?.[1]));
    else if (end !== undefined) marks.pop();
    else if (font !== undefined) signs = fonts.get(font) ?? new Map();
    else if (atX !== undefined) [x, y] = [Number(atX), Number(atY)];
    else if (glyphs !== undefined) {
      if (marks.length !== 1) throw new Error('A text is marked not at all or twice');
      lines.push({ page, text: decode(glyphs, signs), x, y, mcid: marks[0] ?? null });
    }
  }
  return lines;
}

function decode(glyphs: string, signs: ReadonlyMap<string, string>): string {
  const codes = Array.from(glyphs.matchAll(/<([0-9a-f]*)>/g), ([, hex = '']) => hex).join('');
  return (codes.match(/.{4}/g) ?? []).map((code) => signs.get(code) ?? `<${code}>`).join('');
}

/** Glyph to text, as a reader copies it. */
function signsOf(objects: Objects, font: string): Map<string, string> {
  const map = objects.stream(ref(objects.body(font), 'ToUnicode')).toString('latin1');
  const signs = new Map<string, string>();
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    Array.from(list.matchAll(/<([0-9a-f ]*)>/g)).forEach(([, hex = ''], at) => {
      const text = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
      signs.set((Number.parseInt(first, 16) + at).toString(16).padStart(4, '0'), text);
    });
  }
  return signs;
}

function elementOf(
  objects: Objects,
  pages: readonly string[],
  lines: readonly WrittenLine[],
  id: string,
): Element {
  const body = objects.body(id);
  const textAt = (page: string, mcid: string) =>
    lines
      .filter((line) => line.page === pages.indexOf(page) && line.mcid === Number(mcid))
      .map(({ text }) => text)
      .join('');
  const ownPage = /\/Pg (\d+) 0 R/.exec(body.replace(/\/K \[[\s\S]*?\](?=\s)/, ''))?.[1] ?? '';
  const children: Element[] = [];
  let text = '';
  const kids = /<<[\s\S]*?\/Pg (\d+) 0 R\s*\/MCID (\d+)[\s\S]*?>>|(\d+) 0 R|(\d+)/g;
  for (const [, page, mcid, child, own] of field(body, 'K').matchAll(kids)) {
    if (child !== undefined) children.push(elementOf(objects, pages, lines, child));
    text += child !== undefined ? (children.at(-1)?.text ?? '') : textAt(page ?? ownPage, mcid ?? own ?? '');
  }
  return {
    tag: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
    scope: /\/Scope \/(\w+)/.exec(body)?.[1] ?? null,
    text,
    children,
  };
}

/** The texts of a table, row by row. */
export function cells(table: Element | undefined): string[][] {
  return all(table ?? { tag: '', scope: null, text: '', children: [] }, 'TR').map((row) =>
    row.children.map(({ text }) => text),
  );
}
