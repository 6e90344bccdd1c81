import type { AppContext } from '../app-context.ts';
import { csvLines } from '../csv.ts';
import { Problem } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { ownExport } from './export-runs.ts';
import { exporters } from './exporters.ts';

/**
 * The file, part by part; who asks is asked again before each. What was moved away from them since it was written is
 * left out: a file holds nothing that its reader could not open.
 */
export async function exportFile(
  app: AppContext,
  subject: SessionSubject,
  id: string,
  again: () => Promise<SessionSubject | null>,
): Promise<AsyncIterable<string>> {
  await finished(app, subject, id);
  return parts(app, id, again);
}

async function finished(app: AppContext, reader: SessionSubject, id: string) {
  const { state, resource } = await ownExport(app, reader, id);
  if (state !== 'done') throw new Problem('record/state', { detail: 'There is no file of this export.' });
  return exporters[resource];
}

async function* parts(
  app: AppContext,
  id: string,
  again: () => Promise<SessionSubject | null>,
): AsyncGenerator<string> {
  for (let number = 0; ; number += 1) {
    const reader = await again();
    if (!reader) throw new Error('The reader is not signed in any more');
    const exporter = await finished(app, reader, id);
    if (number === 0) yield csvLines([exporter.headers]);
    const part = await app.db.q
      .selectFrom('export_parts')
      .select(['ids', 'lines'])
      .where('export_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst();
    if (!part) return;
    const reached = await exporter.reached(app.db, reader, part.ids);
    yield part.lines.filter((_line, place) => reached.has(part.ids[place] ?? '')).join('');
  }
}
