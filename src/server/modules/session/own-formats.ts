import { anyFormat } from '../../../contract/formats.ts';
import type { AppContext } from '../../app-context.ts';

interface Chosen {
  readonly language: string | null;
  readonly time_zone: string | null;
}

/** How a person reads numbers, dates and times: as they chose, else as the company has it. */
export function formatsFor(own: Chosen | undefined, company: Partial<Chosen> | undefined) {
  return {
    language: own?.language ?? company?.language ?? anyFormat,
    time_zone: own?.time_zone ?? company?.time_zone ?? 'UTC',
  };
}

/** A moment as its reader reads it: "28 November 2026 at 14:02 (Europe/Warsaw)". For mails. */
export async function momentFor(app: AppContext, userId: string, at: Date): Promise<string> {
  const columns = ['language', 'time_zone'] as const;
  const own = await app.db.q.selectFrom('users').select(columns).where('id', '=', userId).executeTakeFirst();
  const company = await app.db.q.selectFrom('company_settings').select(columns).executeTakeFirst();
  const { language, time_zone: timeZone } = formatsFor(own, company);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return `${format.format(at)} (${timeZone})`;
}
