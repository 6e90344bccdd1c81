import { z } from 'zod';
import { isResource } from '../../../catalog/catalog.ts';
import { pathOf } from '../../../catalog/paths.ts';
import { type RouteKey, routeKeys, routeSpec } from '../../../contract/routes.ts';
import { invalid } from '../../http/problem.ts';
import { validate } from '../../http/validate.ts';

function isRoute(key: string): key is RouteKey {
  return (routeKeys as readonly string[]).includes(key);
}

/** What the list of a resource takes, less its paging; undefined for what is no list. */
function queryOf(list: string): z.ZodObject | undefined {
  const key = isResource(list) ? `GET ${pathOf(list)}` : '';
  const query = isRoute(key) ? routeSpec(key).query : undefined;
  return query && 'after' in query.shape ? query.omit({ limit: true, after: true }) : undefined;
}

export function requireList(list: string): z.ZodObject {
  return queryOf(list) ?? refuse();
}

/** Refuses, naming it, what the list itself would refuse. */
export function requireListQuery(list: string, query: Readonly<Record<string, string>>): void {
  validate(z.strictObject({ query: requireList(list) }), { query });
}

function refuse(): never {
  throw invalid('list', 'There is no such list', 'missing');
}
