import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';

const files = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  strong: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const;
export type FontName = keyof typeof files;
export const fontNames = Object.keys(files) as FontName[];

const keptWords = 5_000;
/** □ */
const replacement = 0x25a1;
const space = 0x20;
const opened = new Map<FontName, Font>();

/** Latin, Greek and Cyrillic. Signs of other scripts are printed as an empty square. */
export function printableFont(name: FontName): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const file = createRequire(import.meta.url).resolve(files[name]);
  const font = printable(create(readFileSync(file)));
  opened.set(name, font);
  return font;
}

/**
 * The font with a layout of its own. Reading the file and shaping words take most of the time of a document, so both
 * are done once per process; and each run gets glyphs of its own, because fontkit's remember the text they were first
 * used for, which would let one document show up in the text of the next.
 */
function printable(font: Font): Font {
  const figures = new Map(
    font.layout('0123456789', ['tnum']).glyphs.map((glyph, digit) => [0x30 + digit, glyph] as const),
  );
  const words = new Map<string, GlyphRun>();
  const shape = (text: string) =>
    (/\d/.test(text) ? null : kerned(font, text)) ?? signBySign(font, figures, text);
  const layout = (text: string): GlyphRun => {
    const kept = words.get(text) ?? shape(text);
    if (words.size >= keptWords) words.clear();
    words.set(text, kept);
    return runOf(
      kept.glyphs,
      kept.positions.map((position) => ({ ...position })),
    );
  };
  return Object.assign(Object.create(font), { layout });
}

/** A word with kerning; null where its signs and its glyphs are not one to one. */
function kerned(font: Font, text: string): GlyphRun | null {
  const codePoints = codePointsOf(text);
  if (!codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint))) return null;
  // Contextual alternates take ten times as long as all the rest and are for arrows and the like.
  const { glyphs, positions } = font.layout(text, { calt: false });
  if (glyphs.length !== codePoints.length) return null;
  return runOf(
    glyphs.map(({ id, advanceWidth }, at) => glyphOf(id, advanceWidth, codePoints[at] ?? replacement)),
    positions,
  );
}

/** Numbers, whose digits are all of one width so that columns stand straight; and what can not be shaped. */
function signBySign(font: Font, figures: ReadonlyMap<number, Glyph>, text: string): GlyphRun {
  const glyphs = codePointsOf(text).map((codePoint) => {
    const shown = font.hasGlyphForCodePoint(codePoint) ? codePoint : replacement;
    const { id, advanceWidth } = figures.get(shown) ?? font.glyphForCodePoint(shown);
    return glyphOf(id, advanceWidth, shown);
  });
  const positions = glyphs.map(({ advanceWidth }) => ({
    xAdvance: advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }));
  return runOf(glyphs, positions);
}

function codePointsOf(text: string): number[] {
  return Array.from(text, (sign) => sign.codePointAt(0) ?? replacement);
}

/** Spaces of every width are copied out of the document as the common one. */
function glyphOf(id: number, advanceWidth: number, codePoint: number): Glyph {
  const isSpace = /\p{Zs}/u.test(String.fromCodePoint(codePoint));
  return { id, advanceWidth, codePoints: [isSpace ? space : codePoint] };
}

/** pdfkit scales the positions in place and asks for the sum afterwards. */
function runOf(glyphs: readonly Glyph[], positions: readonly GlyphPosition[]): GlyphRun {
  return {
    glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}
