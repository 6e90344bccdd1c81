import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import type { TemplateKey } from '../../mail/templates/all.ts';

export type Override = Row<'email_templates'>;

/** Everything that was changed of the mails of the product. */
export async function overridesOf(db: Database): Promise<Override[]> {
  return db.q.selectFrom('email_templates').selectAll().execute();
}

export async function overrideOf(db: Database, key: TemplateKey): Promise<Override | undefined> {
  return db.q.selectFrom('email_templates').selectAll().where('key', '=', key).executeTakeFirst();
}

/** The same, held. Two people who change a template for the first time at once take turns too. */
export async function lockOverride(db: Database, key: TemplateKey): Promise<Override | undefined> {
  await db.raw('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`email_templates ${key}`]);
  return overrideOf(db, key);
}
