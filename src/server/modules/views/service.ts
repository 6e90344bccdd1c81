import type { ListSetting, View } from '../../../contract/views.ts';
import { mostViews } from '../../../contract/views.ts';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../db/id.ts';
import { given } from '../../given.ts';
import { invalid, missing } from '../../http/problem.ts';
import { isId } from '../../http/validate.ts';
import { requireList, requireListQuery } from './list-query.ts';

type NewView = Omit<View, 'id'>;
const viewColumns = ['id', 'resource as list', 'name', 'query'] as const;
const settingColumns = ['resource as list', 'hidden_columns', 'default_view_id'] as const;

/** All that a person keeps of their lists; bounded, so it is read at once. */
export async function readViews(app: AppContext, userId: string) {
  const items = await app.db.q
    .selectFrom('saved_views')
    .select(viewColumns)
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const lists = await app.db.q
    .selectFrom('list_settings')
    .select(settingColumns)
    .where('user_id', '=', userId)
    .orderBy('resource')
    .execute();
  return { items, lists };
}

/** Keeps a view; one of the same name asks the new query from now on. */
export async function keepView(
  app: AppContext,
  userId: string,
  { list, name, query }: NewView,
): Promise<View> {
  requireListQuery(list, query);
  await holdPerson(app, userId);
  const own = await app.db.q
    .selectFrom('saved_views')
    .select(['id', 'resource', 'name'])
    .where('user_id', '=', userId)
    .execute();
  const known = own.find((view) => view.resource === list && view.name === name);
  if (!known && own.length >= mostViews) {
    throw invalid('name', `You keep ${mostViews} views already. Remove one first.`, 'too_many');
  }
  return app.db.q
    .insertInto('saved_views')
    .values({
      id: known?.id ?? newId(),
      user_id: userId,
      resource: list,
      name,
      query: JSON.stringify(query),
      created_at: app.clock(),
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ query: JSON.stringify(query) }))
    .returning(viewColumns)
    .executeTakeFirstOrThrow();
}

/** Somebody else's view is answered like one that never was. */
export async function removeView(app: AppContext, userId: string, id: string): Promise<void> {
  if (!isId(id)) missing();
  const gone = await app.db.q
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('id')
    .executeTakeFirst();
  if (!gone) missing();
}

interface ListChoice {
  readonly list: string;
  readonly hidden_columns?: readonly string[] | null | undefined;
  readonly default_view_id?: string | null | undefined;
}

/** Keeps which columns a list shows, or the view it opens with. */
export async function chooseForList(
  app: AppContext,
  userId: string,
  { list, hidden_columns, default_view_id }: ListChoice,
): Promise<ListSetting> {
  requireList(list);
  await holdPerson(app, userId);
  if (default_view_id) await requireOwnView(app, userId, list, default_view_id);
  const columns = hidden_columns ? JSON.stringify([...new Set(hidden_columns)]) : hidden_columns;
  const chosen = given({ hidden_columns: columns, default_view_id });
  const key = { user_id: userId, resource: list };
  return app.db.q
    .insertInto('list_settings')
    .values({ ...key, ...chosen })
    .onConflict((conflict) => conflict.columns(['user_id', 'resource']).doUpdateSet({ ...key, ...chosen }))
    .returning(settingColumns)
    .executeTakeFirstOrThrow();
}

async function requireOwnView(app: AppContext, userId: string, list: string, id: string): Promise<void> {
  const own = await app.db.q
    .selectFrom('saved_views')
    .select('id')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('resource', '=', list)
    .executeTakeFirst();
  if (!own) throw invalid('default_view_id', 'There is no such view of this list', 'missing');
}

/** One change of a person's views at a time: two that add the last one would both find room. */
async function holdPerson(app: AppContext, userId: string): Promise<void> {
  await app.db.q.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
}
