import { cpus } from 'node:os';
import { renderInvoice } from '../src/server/pdf/invoice-pdf.ts';
import { testInvoice, testLine } from '../src/server/pdf/test-invoice.ts';
import { median } from './measure.ts';

export interface PdfResult {
  readonly lines: number;
  readonly kilobytes: number;
  /** Milliseconds of processor time: rendering holds the process up for as long. */
  readonly milliseconds: number;
  readonly perSecond: number;
}

/** How long one invoice takes, on one core; every document has other words and amounts, as in a month's run. */
export async function measurePdf(lines: number, rounds: number): Promise<PdfResult> {
  await renderRound(lines, 0);
  const times: number[] = [];
  let bytes = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const start = process.cpuUsage();
    bytes = await renderRound(lines, round);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  const milliseconds = median(times);
  return { lines, kilobytes: bytes / 1024, milliseconds, perSecond: 1000 / milliseconds };
}

async function renderRound(lines: number, round: number): Promise<number> {
  const number = `INV-${String(round).padStart(6, '0')}`;
  const rows = Array.from({ length: lines }, (_, at) =>
    testLine(at, {
      amount: 1_000 + round * 977 + at * 13,
      description: `Plan${round % 50}, seat ${at + round}`,
    }),
  );
  const pdf = await renderInvoice(testInvoice({ number, lines: rows }));
  return pdf.length;
}

if (import.meta.main) {
  console.log(`Invoices as PDF: ${cpus()[0]?.model.trim() ?? 'unknown'}, one core; Node ${process.version}.`);
  for (const [lines, rounds] of [
    [1, 100],
    [20, 50],
    [200, 20],
  ] as const) {
    const { kilobytes, milliseconds, perSecond } = await measurePdf(lines, rounds);
    console.log(
      `${lines} ${lines === 1 ? 'line' : 'lines'}: ${milliseconds.toFixed(1)} ms of processor time, ${perSecond.toFixed(0)} a second, ${kilobytes.toFixed(0)} kB each`,
    );
  }
}
