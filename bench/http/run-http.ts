import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { hashToken } from '../../src/server/http/session-subject.ts';
import { openSides } from '../connections.ts';
import { median } from '../measure.ts';
import type { Reader } from '../world/readers.ts';
import { bareServer } from './bare-server.ts';
import { benchServer } from './bench-server.ts';
import type { LoadAnswer, LoadTask } from './load-client.ts';

export interface HttpResult {
  readonly what: string;
  /** Requests per second. */
  readonly product: number;
  readonly bare: number;
  readonly ratio: number;
  /** Processor time of the server per request, milliseconds: what other work on the machine lengthens least. */
  readonly productCpu: number;
  readonly bareCpu: number;
  readonly bytes: number;
}

const connections = 16;
const sliceMs = 1_000;

/** Whole requests, session included, against a bare route with the same two queries and an answer of the same size. */
export async function measureHttp(
  url: string,
  readers: readonly Reader[],
  seconds: number,
): Promise<HttpResult[]> {
  const sides = await openSides(url, 'auto', 10);
  const product = await benchServer(sides.db);
  const client = new Worker(new URL('./load-client.ts', import.meta.url));
  try {
    const productUrl = `${await listen(product)}/api/v1/organizations`;
    const results: HttpResult[] = [];
    for (const own of [false, true]) {
      const reader = readers.find(({ role, scope, volume }) =>
        own
          ? role === 'account_executive' && scope === 'created_or_assigned' && volume === 'typical'
          : role === 'system_administrator' && scope === 'all',
      );
      if (!reader) throw new Error('Nobody to ask as');
      const token = await signIn(sides.db, reader);
      const headers = { cookie: `ambit_session=${token}` };
      const answer = await textOf(productUrl, headers);
      const bare = bareServer(sides.floor, JSON.parse(answer).items[0].can, own);
      const bareUrl = `${await listen(bare)}/organizations`;
      const bytes = requireSame(answer, await textOf(bareUrl, headers));
      const measured = await alternate(client, { productUrl, bareUrl, headers }, seconds);
      await bare.close();
      results.push({
        what: own ? 'own and assigned, first page' : 'everything, first page',
        ...measured,
        bytes,
      });
    }
    return results;
  } finally {
    await client.terminate();
    await product.close();
    await sides.close();
  }
}

async function listen(server: FastifyInstance): Promise<string> {
  await server.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

/** A session for somebody; their profile in the database becomes that of the cell. */
async function signIn(db: Database, { subject }: Reader): Promise<string> {
  const token = newId();
  const key = subject.profile.key ?? '';
  const { id } = await db.q
    .selectFrom('profiles')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  await db.q.updateTable('users').set({ profile_id: id }).where('id', '=', subject.userId).execute();
  const expires_at = new Date(Date.now() + 3_600_000);
  const session = { id: newId(), token_hash: hashToken(token), user_id: subject.userId, expires_at };
  await db.q.insertInto('sessions').values(session).execute();
  return token;
}

async function textOf(url: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`HTTP ${response.status} from ${url}`);
  return response.text();
}

function requireSame(product: string, bare: string): number {
  const ids = (text: string) => JSON.stringify(JSON.parse(text).items.map(({ id }: { id: string }) => id));
  if (ids(product) !== ids(bare)) throw new Error('The bare route finds other rows');
  const difference = Math.abs(product.length - bare.length) / product.length;
  if (difference > 0.02) throw new Error(`The answers differ in size: ${product.length} and ${bare.length}`);
  return product.length;
}

interface Addresses {
  readonly productUrl: string;
  readonly bareUrl: string;
  readonly headers: Record<string, string>;
}

async function alternate(client: Worker, { productUrl, bareUrl, headers }: Addresses, seconds: number) {
  const load = (url: string) => rate(client, { url, headers, connections, milliseconds: sliceMs });
  await load(productUrl);
  await load(bareUrl);
  const slices = { product: [] as Slice[], bare: [] as Slice[] };
  for (let slice = 0; slice < seconds; slice += 1) {
    slices.product.push(await load(productUrl));
    slices.bare.push(await load(bareUrl));
  }
  const rates = (of: readonly Slice[]) => of.map(({ perSecond }) => perSecond);
  const cpu = (of: readonly Slice[]) => median(of.map(({ cpuMs }) => cpuMs));
  const bare = rates(slices.bare);
  return {
    product: median(rates(slices.product)),
    bare: median(bare),
    ratio: median(rates(slices.product).map((product, slice) => product / (bare[slice] ?? Number.NaN))),
    productCpu: cpu(slices.product),
    bareCpu: cpu(slices.bare),
  };
}

interface Slice {
  readonly perSecond: number;
  readonly cpuMs: number;
}

/** One slice of load. Both servers stand on this thread and the client on its own, so its time is the server's. */
async function rate(client: Worker, task: LoadTask): Promise<Slice> {
  const before = process.threadCpuUsage();
  client.postMessage(task);
  const [answer] = (await once(client, 'message')) as [LoadAnswer];
  if ('error' in answer) throw new Error(answer.error);
  const { user, system } = process.threadCpuUsage(before);
  return { perSecond: answer.perSecond, cpuMs: (user + system) / 1000 / answer.answered };
}
