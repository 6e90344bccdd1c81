import type { Database } from './db/database.ts';

/** How the company writes amounts and dates, as a BCP 47 tag: in what goes to organizations rather than to a person. */
export async function companyLanguage(db: Database): Promise<string> {
  const { language } = await db.q.selectFrom('company_settings').select('language').executeTakeFirstOrThrow();
  return language;
}

/** How one person reads them: as they chose, else as the company writes. */
export async function languageOf(db: Database, userId: string): Promise<string> {
  const own = await db.q.selectFrom('users').select('language').where('id', '=', userId).executeTakeFirst();
  return own?.language ?? companyLanguage(db);
}
