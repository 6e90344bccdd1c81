import { describe, expect, test } from 'vitest';
import type { InvoiceDocument } from './invoice-document.ts';
import { renderInvoice } from './invoice-pdf.ts';
import { testInvoice, testLine } from './test-invoice.ts';
import { all, cells, type Element, type ReadPdf, readPdf } from './test-reader.ts';

async function render(values: Partial<InvoiceDocument> = {}): Promise<ReadPdf> {
  return readPdf(await renderInvoice(testInvoice(values)));
}

/** Every line of one page, decoration included. */
function page(pdf: ReadPdf, number: number): string[] {
  return pdf.lines.filter((line) => line.page === number).map(({ text }) => text);
}

const seats = (count: number) => Array.from({ length: count }, (_, at) => testLine(at));

describe('one line', () => {
  test('says everything once, in reading order', async () => {
    const pdf = await render({ note: 'Thank you.' });
    expect(pdf.pageCount).toBe(1);
    expect(all(pdf.structure, 'H1').map(({ text }) => text)).toEqual(['Invoice INV-000042']);
    const [lines, totals, ...more] = all(pdf.structure, 'Table');
    expect(more).toEqual([]);
    expect(cells(lines)).toEqual([
      ['Description', 'Period', 'Quantity', 'Unit price', 'Amount'],
      ['Platform Professional, seat 1', '1 – 30 Nov 2026', '1', '€12.50', '€12.50'],
    ]);
    expect(cells(totals)).toEqual([
      ['Total', '€12.50'],
      ['Balance due', '€12.50'],
    ]);
    expect(all(pdf.structure, 'P').map(({ text }) => text)).toEqual([
      'Ravenstack Cloud GmbH',
      'Hardenbergstraße 12',
      '10623 Berlin',
      'Germany',
      'billing@ravenstack.example',
      '€12.50 due 24 Dec 2026',
      'Invoice date 24 Nov 2026',
      'Due date 24 Dec 2026',
      'Payment terms Net 30',
      'Customer number A00001212',
      'Żółta Łódź Sp. z o.o.',
      'ul. Świętojańska 7',
      '81-368 Gdynia',
      'Poland',
      'ksiegowosc@zolta-lodz.example',
      'Thank you.',
    ]);
    expect(page(pdf, 0)).toContain('Page 1 of 1');
  });

  test('header cells say what they head', async () => {
    const { structure } = await render();
    const [lines, totals] = all(structure, 'Table');
    expect(lines?.children.map(({ tag }) => tag)).toEqual(['THead', 'TBody']);
    const scopes = (table: Element | undefined) => (table ? all(table, 'TH') : []).map(({ scope }) => scope);
    expect(scopes(lines)).toEqual(Array(5).fill('Column'));
    expect(scopes(totals)).toEqual(['Row', 'Row']);
  });

  test('is tagged, in English, titled, of A4 size, with fonts of its own', async () => {
    const { objects, metadata } = await render();
    expect(objects).toContain('/Marked true');
    expect(objects).toContain('/Lang (en)');
    expect(objects).toContain('/DisplayDocTitle true');
    expect(objects).toContain('(Invoice INV-000042)');
    expect(objects).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(objects.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(objects).not.toContain('Helvetica');
    expect(metadata).toContain('<rdf:li xml:lang="x-default">Invoice INV-000042</rdf:li>');
  });
});

describe('200 lines', () => {
  test('every line is there once, in its order, over as many pages as are counted', async () => {
    const pdf = await render({ lines: seats(200) });
    expect(pdf.pageCount).toBe(8);
    const [lines] = all(pdf.structure, 'Table');
    const described = cells(lines).map(([description]) => description);
    expect(described).toEqual(['Description', ...seats(200).map(({ description }) => description)]);
  });

  test('the head is seen on every page and read aloud once; pages are numbered', async () => {
    const pdf = await render({ lines: seats(200) });
    expect(all(pdf.structure, 'TH').map(({ text }) => text)).toEqual([
      'Description',
      'Period',
      'Quantity',
      'Unit price',
      'Amount',
      'Total',
      'Balance due',
    ]);
    for (let number = 0; number < 8; number += 1) {
      const texts = page(pdf, number);
      expect(texts.filter((text) => text === 'Unit price')).toHaveLength(1);
      expect(texts).toContain(`Page ${number + 1} of 8`);
      expect(texts.includes('Invoice INV-000042')).toBe(number > 0);
    }
  });
});

test('the totals never stand alone, and nothing is written outside of the page', async () => {
  for (let count = 14; count <= 24; count += 1) {
    const pdf = await render({ lines: seats(count), applied: [{ label: 'Payment', amount: 1 }] });
    const last = page(pdf, pdf.pageCount - 1);
    expect(last).toContain('Balance due');
    expect(last).toContain(`Platform Professional, seat ${count}`);
    for (const { x, y, mcid } of pdf.lines) {
      expect(x).toBeGreaterThanOrEqual(48);
      expect(x).toBeLessThan(548);
      expect(y).toBeLessThan(800);
      expect(y).toBeGreaterThan(mcid === null ? 24 : 68);
    }
  }
});

test('no lines: no table of them', async () => {
  const pdf = await render({ lines: [], amount: 0, balance: 0 });
  expect(pdf.pageCount).toBe(1);
  expect(all(pdf.structure, 'Table').map(cells)).toEqual([
    [
      ['Total', '€0.00'],
      ['Balance due', '€0.00'],
    ],
  ]);
});

describe('long texts', () => {
  const longName = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

  test('names are wrapped and broken, never cut', async () => {
    const name = `${longName} ${longName} of A & B <C>`;
    const base = testInvoice();
    const pdf = await render({
      company: { ...base.company, name },
      bill_to: { ...base.bill_to, name: `${name}${name}`, address: Array(30).fill(name) },
    });
    const texts = all(pdf.structure, 'P').map(({ text }) => text);
    expect(texts.filter((text) => text === name)).toHaveLength(31);
    expect(texts).toContain(`${name}${name}`);
    expect(pdf.metadata).toContain('of A &amp; B &lt;C&gt;</rdf:li>');
  });

  test('a description longer than a page goes on where it stopped', async () => {
    const description = Array.from({ length: 1_500 }, (_, at) => `word${at}`).join(' ');
    const pdf = await render({ lines: [testLine(0), testLine(1, { description }), testLine(2)] });
    expect(pdf.pageCount).toBeGreaterThan(3);
    const [lines] = all(pdf.structure, 'Table');
    expect(cells(lines).map(([text]) => text)).toEqual([
      'Description',
      'Platform Professional, seat 1',
      description,
      'Platform Professional, seat 3',
    ]);
    expect(pdf.lines.filter(({ mcid }) => mcid !== null).every(({ y }) => y > 68)).toBe(true);
  });

  test('lines, tabs and control signs in a text do no harm', async () => {
    const description = 'One\r\ntwo\tthree\u0000\u202e four\u2028five';
    const pdf = await render({ lines: [testLine(0, { description })] });
    expect(cells(all(pdf.structure, 'Table')[0])[1]?.[0]).toBe('One two three four five');
  });
});

describe('money', () => {
  test.each([
    ['EUR', 'en', 999_999_999_999, '€9,999,999,999.99'],
    ['PLN', 'en', 123_456_789_012, 'PLN 1,234,567,890.12'],
    ['PLN', 'pl', -123_456_789_012, '-1 234 567 890,12 zł'],
    ['JPY', 'en', 123_456_789_012, '¥123,456,789,012'],
    ['KWD', 'en', 123_456_789_012, 'KWD 123,456,789.012'],
    ['USD', 'en', Number.MAX_SAFE_INTEGER, '$90,071,992,547,409.91'],
    ['USD', 'en', 5, '$0.05'],
    ['USD', 'en', -5, '-$0.05'],
  ])('%s, written %s: %i', async (currency, locale, amount, text) => {
    const line = testLine(0, { unit_price: amount, amount, quantity: 1_000_000, period: null });
    const pdf = await render({ currency, locale, lines: [line], amount, balance: amount });
    const [lines, totals] = all(pdf.structure, 'Table');
    expect(cells(lines)[1]?.slice(3)).toEqual([text, text]);
    expect(cells(totals).map(([, value]) => value)).toEqual([text, text]);
    expect(page(pdf, 0)).toContain(text);
  });

  test('what was applied is taken off', async () => {
    const applied = [
      { label: 'Payment P-000012', amount: 500 },
      { label: 'Credit CM-000003', amount: 250 },
    ];
    const pdf = await render({ applied, balance: 500 });
    expect(cells(all(pdf.structure, 'Table')[1])).toEqual([
      ['Total', '€12.50'],
      ['Payment P-000012', '-€5.00'],
      ['Credit CM-000003', '-€2.50'],
      ['Balance due', '€5.00'],
    ]);
    expect(all(pdf.structure, 'P').map(({ text }) => text)).toContain('€5.00 of €12.50 due 24 Dec 2026');
  });

  test.each<Partial<InvoiceDocument>>([
    { currency: 'euro' },
    { locale: 'not a locale' },
    { issue_date: '2026-13-01' },
    { due_date: '' },
  ])('%o is refused', async (values) => {
    await expect(renderInvoice(testInvoice(values))).rejects.toThrow(RangeError);
  });
});

describe('stamps', () => {
  test('void is stamped, and marked on every page', async () => {
    const pdf = await render({ status: 'void', balance: 0, lines: seats(45) });
    expect(pdf.pageCount).toBe(2);
    const texts = all(pdf.structure, 'P').map(({ text }) => text);
    expect(texts).toContain('Void');
    expect(texts).toContain('This invoice is void; nothing is due');
    const marks = pdf.lines.filter(({ text, mcid }) => text === 'VOID' && mcid === null);
    expect(marks.map((mark) => mark.page)).toEqual([0, 1]);
    expect(page(pdf, 1)).toContain('Invoice INV-000042 · Void');
  });

  test.each([
    ['paid', 'Paid', '€12.50 paid'],
    ['draft', 'Draft', '€12.50, not yet issued'],
  ] as const)('%s is stamped', async (status, stamp, headline) => {
    const pdf = await render({ status, balance: 0 });
    const texts = all(pdf.structure, 'P').map(({ text }) => text);
    expect(texts).toContain(stamp);
    expect(texts).toContain(headline);
    expect(page(pdf, 0)).not.toContain('VOID');
  });

  test('an open invoice bears none', async () => {
    const texts = page(await render(), 0);
    expect(texts.filter((text) => /^(Paid|Void|VOID|Draft)$/.test(text))).toEqual([]);
  });
});

describe('scripts', () => {
  test.each([
    'Zażółć gęślą jaźń',
    'Příliš žluťoučký kůň',
    'Γιώργος Παπαδόπουλος, Ωμέγα',
    'Общество «Ёжик» № 5, Київ, Їжак',
    'Đỗ Nguyễn, Iğdır, Þórr, Ŋ',
    '€ £ ¥ ₽ ₴ ₺ ₹',
    'Żół7 Ωμ3 Ё1',
  ])('%s is printed and can be copied', async (description) => {
    const pdf = await render({ lines: [testLine(0, { description })] });
    expect(cells(all(pdf.structure, 'Table')[0])[1]?.[0]).toBe(description);
  });

  test('composed and decomposed signs are one', async () => {
    const pdf = await render({ lines: [testLine(0, { description: 'Łódź'.normalize('NFD') })] });
    expect(cells(all(pdf.structure, 'Table')[0])[1]?.[0]).toBe('Łódź');
  });

  test('signs the font does not have are seen to be missing', async () => {
    const pdf = await render({ lines: [testLine(0, { description: 'A 中文 שלום 😀 B' })] });
    expect(cells(all(pdf.structure, 'Table')[0])[1]?.[0]).toBe('A □□ □□□□ □ B');
  });
});

describe('the same document gives the same bytes', () => {
  test('whatever was rendered before it', async () => {
    const greek = testInvoice({ lines: [testLine(0, { description: 'Δ Ω' })] });
    const signs = testInvoice({ lines: [testLine(0, { description: '∆ Ω' })] });
    const first = await renderInvoice(greek);
    await renderInvoice(signs);
    await renderInvoice(testInvoice({ lines: seats(30), currency: 'PLN' }));
    expect((await renderInvoice(greek)).equals(first)).toBe(true);
    const read = (bytes: Buffer) => cells(all(readPdf(bytes).structure, 'Table')[0])[1]?.[0];
    expect(read(first)).toBe('Δ Ω');
    expect(read(await renderInvoice(signs))).toBe('∆ Ω');
  });

  test('it is dated by its issue date', async () => {
    const { objects } = await render({ issue_date: '2026-02-28' });
    expect(objects).toContain('(D:20260228000000Z)');
    const one = await renderInvoice(testInvoice());
    const other = await renderInvoice(testInvoice({ issue_date: '2026-11-23' }));
    expect(one.equals(other)).toBe(false);
  });

  test('several at the same moment do not mix', async () => {
    const numbers = ['INV-1', 'INV-2', 'INV-3', 'INV-4'];
    const together = await Promise.all(numbers.map((number) => renderInvoice(testInvoice({ number }))));
    for (const [at, number] of numbers.entries())
      expect(together[at]?.equals(await renderInvoice(testInvoice({ number })))).toBe(true);
  });
});
