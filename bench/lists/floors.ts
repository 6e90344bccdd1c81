import type { Shape } from './shapes.ts';

/** A statement written by hand; several for one cell when the best way depends on the data. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Place {
  readonly at: Date;
  readonly id: string;
}

const order = 'order by created_at desc, id desc limit 51';

/** One index scan for each branch; several are put together afterwards. */
function union(branches: readonly string[], select: (branch: string) => string): string {
  const [only = select('false'), ...more] = branches.map(select);
  return more.length === 0
    ? only
    : `select * from (${[only, ...more].map((one) => `(${one})`).join(' union all ')}) all_ways`;
}

function page(table: string, branches: readonly string[]): string {
  const read = union(branches, (branch) => `select o.* from ${table} o where ${branch} ${order}`);
  return branches.length > 1 ? `${read} ${order}` : read;
}

export function firstPageFloor({ table, branches, values }: Shape): Statement[] {
  return [{ text: page(table, branches), values }];
}

export function deepPageFloor({ table, branches, values }: Shape, { at, id }: Place): Statement[] {
  const cursor = `(o.created_at, o.id) < ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`;
  const text = page(
    table,
    branches.map((branch) => `${branch} and ${cursor}`),
  );
  return [{ text, values: [...values, at, id] }];
}

export function oneFloor({ table, branches, values }: Shape, id: string): Statement[] {
  const reached = branches.map((branch) => `(${branch})`).join(' or ');
  const text = `select o.* from ${table} o where o.id = $${values.length + 1}::uuid and (${reached})`;
  return [{ text, values: [...values, id] }];
}

export function countFloor({ table, branches, values }: Shape): Statement[] {
  const read = union(branches, (branch) => `select 1 as one from ${table} o where ${branch} limit 1001`);
  const inner = branches.length > 1 ? `${read} limit 1001` : read;
  return [{ text: `select count(*) as count from (${inner}) counted`, values }];
}

/** Either along the list until the page is full, or all the hits first: what is faster depends on the word. */
export function searchFloor({ table, branches, values, fenced }: Shape, word: string): Statement[] {
  const like = `o.search_text like $${values.length + 1}`;
  const given = [...values, `%${word}%`];
  const along = page(
    table,
    branches.map((branch) => `${branch} and ${like}`),
  );
  const reached = branches.map((branch) => `(${branch})`).join(' or ');
  const hitsFirst = `with hits as materialized (select * from ${table} o where ${like})
select * from hits o where ${reached} ${order}`;
  const planned = `select o.* from ${table} o where ${like} and (${reached}) ${order}`;
  // Behind the fence only a function of the owner can use the index.
  const source = `select * from ${table} o where ${like}`;
  const within = `select * from ${table}_matching($${given.length})`;
  const texts = [along, hitsFirst, planned, ...(fenced ? [hitsFirst.replace(source, within)] : [])];
  return texts.map((text) => ({ text, values: given }));
}

export function updateText(table: Shape['table']): string {
  return `update ${table} set updated_at = $1, version = version + 1 where id = $2 returning *`;
}
