const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Control and direction signs have no place in print; one sign is written one way; only spaces that hold words together stay special. */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\t\u2000-\u2006\u2008-\u200A]/g, ' ')
    .replace(/(?!\n)(?:\p{Cc}|\p{Cf}|\p{Variation_Selector})/gu, '');
}

/**
 * The lines of a text that is `width` wide at most; words that are too long are broken. Where a line ends at a space
 * the space stays, beyond the width, so that the words stay apart for whoever copies or hears them.
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const paragraphs = clean(text)
    .split('\n')
    .map((paragraph) => wrapParagraph(paragraph, width, measure));
  return paragraphs.flat().map((line, at, all) => (at < all.length - 1 ? line : line.replace(/ +$/, '')));
}

/** One line: what does not fit is left out behind an ellipsis. */
export function shorten(text: string, width: number, measure: (text: string) => number): string {
  const line = clean(text).replaceAll('\n', ', ');
  if (measure(line) <= width) return line;
  const [first = ''] = breakWord(line, width - measure('…'), measure);
  return `${first.trimEnd()}…`;
}

function wrapParagraph(paragraph: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(`${line} `);
    const parts = breakWord(word, width, measure);
    line = parts.pop() ?? '';
    lines.push(...parts);
  }
  return [...lines, `${line} `];
}

function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const { segment } of signs.segment(word)) {
    const wide = measure(segment);
    if (part !== '' && used + wide > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += segment;
    used += wide;
  }
  return [...parts, part];
}
