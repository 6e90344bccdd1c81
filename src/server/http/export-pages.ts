import { csvLines } from '../csv.ts';
import type { SessionSubject } from './session-subject.ts';

interface Export<Row> {
  readonly columns: readonly string[];
  /** The reader as they are now; null stops the file where it is. */
  readonly again: () => Promise<SessionSubject | null>;
  readonly page: (
    subject: SessionSubject,
    after: string | undefined,
  ) => Promise<{ rows: Row[]; next: string | null }>;
  readonly cells: (row: Row) => readonly unknown[];
}

/** Streams a list as CSV, page by page; the reader's rights are asked again before each page. */
export async function* exportPages<Row>({
  columns,
  again,
  page,
  cells,
}: Export<Row>): AsyncGenerator<string> {
  yield csvLines([columns]);
  let after: string | undefined;
  do {
    const subject = await again();
    if (!subject) throw new Error('The reader may no longer export this list');
    const { rows, next } = await page(subject, after);
    if (rows.length > 0) yield csvLines(rows.map(cells));
    after = next ?? undefined;
  } while (after !== undefined);
}
