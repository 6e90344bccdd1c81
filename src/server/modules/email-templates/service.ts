import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import { newId } from '../../db/id.ts';
import { given } from '../../given.ts';
import { invalid, Problem } from '../../http/problem.ts';
import { requireVersion } from '../../http/require-version.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { problemsIn, type Words } from '../../mail/render.ts';
import { wordsOf } from '../../mail/send-mail.ts';
import { type TemplateKey, templateOf, variablesOf } from '../../mail/templates/all.ts';
import { lockOverride, type Override, overrideOf } from './repository.ts';

/** A change of one template, with the version it was made from. */
export interface Change {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly key: TemplateKey;
  readonly ifMatch: number | null;
}

export interface Draft {
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
}

/** Changes the words of a mail, or whether it is sent. */
export async function editTemplate(
  change: Change,
  { active, ...draft }: Draft & { active?: boolean | undefined },
): Promise<Override | undefined> {
  if (active === false && templateOf(change.key).essential)
    throw invalid('active', 'Accounts depend on this mail; it is always sent');
  const row = await heldRow(change);
  const words = await wordsWith(change.app, change.key, draft);
  const { subject, body } = templateOf(change.key);
  const own = words.subject === subject && words.body === body ? { subject: null, body: null } : words;
  return save(change, row, { ...own, ...given({ active }) });
}

/** Brings back the words that the product came with; whether it is sent stays as it is. */
export async function restoreTemplate(change: Change): Promise<Override | undefined> {
  const row = await heldRow(change);
  return save(change, row, { subject: null, body: null });
}

/** The words in force with those of a draft in their place; refused when they could not be sent. */
export async function wordsWith(app: AppContext, key: TemplateKey, draft: Draft): Promise<Words> {
  const { subject, body } = wordsOf(key, await overrideOf(app.db, key));
  const words = { subject, body, ...given(draft) };
  const fields = problemsIn(words, variablesOf(key));
  if (fields.length > 0) throw new Problem('request/invalid', { fields });
  return words;
}

async function heldRow({ app, key, ifMatch }: Change): Promise<Override | undefined> {
  const row = await lockOverride(app.db, key);
  await requireVersion(app.db, { id: row?.id ?? newId(), version: row?.version ?? 0 }, ifMatch);
  return row;
}

type Values = Partial<Pick<Override, 'subject' | 'body' | 'active'>>;

async function save(
  { app, subject, key }: Change,
  row: Override | undefined,
  values: Values,
): Promise<Override | undefined> {
  const before = row ?? { subject: null, body: null, active: true };
  const changed = changesBetween({ ...before }, values);
  if (changed.length === 0) return row;
  const trail = { updated_by: subject.userId, updated_at: app.clock() };
  const written = row
    ? app.db.q
        .updateTable('email_templates')
        .set((old) => ({ ...values, ...trail, version: old('version', '+', 1) }))
        .where('id', '=', row.id)
        .returningAll()
    : app.db.q
        .insertInto('email_templates')
        .values({ subject: null, body: null, ...values, ...trail, id: newId(), key })
        .returningAll();
  const saved = await written.executeTakeFirstOrThrow();
  await audit(app.db, {
    action: 'email_templates.edit',
    itemType: 'email_templates',
    itemId: saved.id,
    itemLabel: templateOf(key).label,
    changes: inWords(key, changed),
  });
  return saved;
}

/** The log says the words that were in force, not that none were kept. */
function inWords(key: TemplateKey, changes: ReturnType<typeof changesBetween>) {
  const { subject, body } = templateOf(key);
  const standard: Readonly<Record<string, string>> = { subject, body };
  return changes.map(({ field, from, to }) => ({
    field,
    from: from ?? standard[field] ?? null,
    to: to ?? standard[field] ?? null,
  }));
}
