import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  addOrganization,
  addPerson,
  shippedProfileId,
  type TestApp,
  testApp,
} from '../../../test/kit/app.ts';
import { permit, signedIn } from '../../contract/access.ts';
import { defineRoutes, empty, requiredText } from '../../contract/route.ts';
import { beginAttempt, keepAnswer, keptForMs, purgeAnswers } from './idempotency.ts';
import { operation } from './openapi.ts';
import { Problem } from './problem.ts';
import { registerRoute } from './route-registry.ts';

const postgres = process.env.AMBIT_TEST_ENGINE === 'postgres';
const body = z.strictObject({ note: requiredText(100), amount: z.int().optional() });
const output = z.object({ number: z.int(), note: z.string() });

const routes = defineRoutes({
  'POST /effects': {
    access: permit('organizations.create'),
    says: 'Has an effect.',
    body,
    output,
    status: 201,
    idempotent: true,
  },
  'POST /organizations/:id/effects': {
    access: permit('organizations.edit'),
    says: 'Has an effect on an organization.',
    body,
    output,
    status: 201,
    idempotent: true,
  },
  'POST /silent-effects': {
    access: signedIn('a test'),
    says: 'Has an effect and nothing to say.',
    body: empty,
    idempotent: true,
  },
});

let kit: TestApp;
let senior: string;
let other: string;
let organization: string;
/** What happens after the effect and before the end of the transaction. */
let afterwards: () => Promise<unknown>;

beforeAll(async () => {
  kit = await testApp();
  await kit.db.script('create table effects (number serial primary key, note text not null)');
  for (const [key, spec] of Object.entries(routes)) {
    registerRoute(kit.server, kit.app, { key, spec, handler: (context) => takeEffect(context) });
  }
  senior = await addPerson(kit.db, 'account_executive', 'csr_senior');
  other = await addPerson(kit.db, 'account_executive', 'csr_senior');
  organization = await addOrganization(kit.db, { account_executive_id: senior });
});
beforeEach(async () => {
  afterwards = async () => {};
  await kit.db.script('truncate effects; truncate idempotency_keys');
});
afterAll(() => kit.close());

async function takeEffect(context: unknown) {
  const { body: given } = context as { body: { note?: string } };
  const [row] = await kit.db.raw<{ number: number; note: string }>(
    'insert into effects (note) values ($1) returning number, note',
    [given.note ?? ''],
  );
  await afterwards();
  return { ...row, internal: 'never sent' };
}

const effects = async () => (await kit.db.raw('select number from effects')).length;

function send(key: string | null, sent: object, person = senior, path = '/effects') {
  return kit.as(person, 'POST', path, sent, key === null ? {} : { 'idempotency-key': key });
}

describe('the key', () => {
  it('is asked for by name', async () => {
    const answer = await send(null, { note: 'one' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency/key-required' } });
    expect(answer.body.fields).toMatchObject([{ field: 'Idempotency-Key', code: 'required' }]);
    expect(await effects()).toBe(0);
  });

  it.each(['', 'x'.repeat(256), 'é', 'a\tb'])('is refused as %j', async (key) => {
    const answer = await send(key, { note: 'one' });
    expect(answer.body.fields).toMatchObject([{ field: 'Idempotency-Key', code: 'invalid' }]);
    expect(await effects()).toBe(0);
  });

  it('may be 255 printable characters', async () => {
    const key = `a ${'~'.repeat(253)}`;
    expect((await send(key, { note: 'one' })).status).toBe(201);
    expect((await send(key, { note: 'one' })).headers['idempotency-replayed']).toBe('true');
  });

  it('belongs to one person', async () => {
    await send('same', { note: 'one' });
    const theirs = await send('same', { note: 'two' }, other);
    expect(theirs).toMatchObject({ status: 201, body: { note: 'two' } });
    expect(await effects()).toBe(2);
  });
});

describe('a request that comes again', () => {
  it('is answered the same, to the byte, without a second effect', async () => {
    const first = await send('again', { note: 'one', amount: 5 });
    expect(first).toMatchObject({ status: 201, body: { note: 'one' } });
    expect(first.body).not.toHaveProperty('internal');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    const second = await send('again', { amount: 5, note: 'one' });
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await effects()).toBe(1);
  });

  it('is answered without a body where there was none', async () => {
    const answers = [await send('none', {}, senior, '/silent-effects')];
    answers.push(await send('none', {}, senior, '/silent-effects'));
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect(await effects()).toBe(1);
  });

  it('is refused with another body, or for another record', async () => {
    await send('mine', { note: 'one' });
    const changed = await send('mine', { note: 'two' });
    expect(changed).toMatchObject({ status: 422, body: { code: 'idempotency/key-reused' } });
    const second = await addOrganization(kit.db, { account_executive_id: senior });
    expect(
      (await send('mine', { note: 'one' }, senior, `/organizations/${organization}/effects`)).status,
    ).toBe(201);
    const elsewhere = await send('mine', { note: 'one' }, senior, `/organizations/${second}/effects`);
    expect(elsewhere.body.code).toBe('idempotency/key-reused');
    expect(await effects()).toBe(2);
  });

  it('is new after seven days, and purged', async () => {
    await send('old', { note: 'one' });
    const kept = kit.db.q.updateTable('idempotency_keys');
    await kept.set({ created_at: new Date(Date.now() - keptForMs + 60_000) }).execute();
    expect((await send('old', { note: 'two' })).status).toBe(422);
    await kept.set({ created_at: new Date(Date.now() - keptForMs - 60_000) }).execute();
    expect(await send('old', { note: 'two' })).toMatchObject({ status: 201, body: { note: 'two' } });
    expect(await purgeAnswers(kit.db, new Date())).toBe(0);
    expect(await purgeAnswers(kit.db, new Date(Date.now() + keptForMs))).toBe(1);
    expect(await send('old', { note: 'three' })).toMatchObject({ status: 201, body: { note: 'three' } });
  });
});

describe('what did not happen is not kept', () => {
  it('after a refusal', async () => {
    afterwards = () => Promise.reject(new Problem('record/state'));
    expect((await send('refused', { note: 'one' })).status).toBe(409);
    expect((await send('refused', { note: '' })).status).toBe(422);
    afterwards = async () => {};
    expect((await send('refused', { note: 'two' })).status).toBe(201);
    expect(await effects()).toBe(1);
  });

  it('after a crash', async () => {
    afterwards = () => Promise.reject(new Error('crash'));
    expect((await send('crash', { note: 'one' })).status).toBe(500);
    expect(await effects()).toBe(0);
    afterwards = async () => {};
    expect((await send('crash', { note: 'one' })).headers['idempotency-replayed']).toBeUndefined();
    expect(await effects()).toBe(1);
  });

  it.runIf(postgres)('after the connection died', async () => {
    afterwards = () => kit.db.raw('select pg_terminate_backend(pg_backend_pid())');
    expect((await send('dead', { note: 'one' })).status).toBe(500);
    afterwards = async () => {};
    expect((await send('dead', { note: 'one' })).status).toBe(201);
    expect(await effects()).toBe(1);
  });
});

describe('twins', () => {
  it('have one effect, however many there are', async () => {
    afterwards = () => kit.db.raw('select pg_sleep(0.05)');
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('twins', { note: 'one' })));
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    const first = answers.filter(
      ({ status, headers }) => status === 201 && headers['idempotency-replayed'] === undefined,
    );
    expect(first).toHaveLength(1);
    expect(await effects()).toBe(1);
    expect((await send('twins', { note: 'one' })).text).toBe(first[0]?.text);
  });

  it.runIf(postgres)('are told at once that the first is under way, also about the same record', async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    afterwards = () => {
      started.resolve();
      return finish.promise;
    };
    const path = `/organizations/${organization}/effects`;
    const first = send('twin', { note: 'one' }, senior, path);
    await started.promise;
    const twin = await send('twin', { note: 'one' }, senior, path);
    expect(twin).toMatchObject({ status: 409, body: { code: 'idempotency/in-flight' } });
    expect(twin.headers['retry-after']).toBe('1');
    finish.resolve();
    expect((await first).status).toBe(201);
    expect((await send('twin', { note: 'one' }, senior, path)).text).toBe((await first).text);
    expect(await effects()).toBe(1);
  });

  it('are told apart by the primary key where locks do not reach', async () => {
    const request = { headers: { 'idempotency-key': 'floor' }, method: 'POST', url: '/x', body: {} } as never;
    const { db } = kit;
    const attempt = async () => ({
      ...(await beginAttempt({ db, userId: senior, route: 'POST /x', request, now: new Date() })),
      inFlight: false,
    });
    const keep = () =>
      db.transaction(async () => {
        await takeEffect({ body: { note: 'one' } });
        await keepAnswer(db, await attempt(), 200, 'kept');
      });
    const ends = await Promise.allSettled([keep(), keep()]);
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []));
    expect(refused).toEqual(['idempotency/in-flight']);
    expect(await effects()).toBe(1);
  });
});

describe('rights come first', () => {
  it('also when the answer is already known', async () => {
    const person = await addPerson(kit.db, 'account_executive', 'csr_senior');
    expect((await send('rights', { note: 'one' }, person)).status).toBe(201);
    const profile_id = await shippedProfileId(kit.db, 'csr_junior');
    await kit.db.q.updateTable('users').set({ profile_id }).where('id', '=', person).execute();
    expect((await send('rights', { note: 'one' }, person)).status).toBe(403);
    expect((await send(null, { note: 'one' }, person)).status).toBe(403);
  });

  it('for the record too', async () => {
    const hers = await addOrganization(kit.db, { account_executive_id: other });
    const path = `/organizations/${hers}/effects`;
    expect((await send('record', { note: 'one' }, other, path)).status).toBe(201);
    expect((await send(null, { note: 'one' }, senior, path)).status).toBe(403);
    await kit.db.q
      .updateTable('organizations')
      .set({ account_executive_id: senior })
      .where('id', '=', hers)
      .execute();
    expect((await send('record', { note: 'one' }, other, path)).status).toBe(403);
    const nowhere = `/organizations/${crypto.randomUUID()}/effects`;
    expect((await send(null, { note: 'one' }, senior, nowhere)).status).toBe(404);
  });
});

it('is part of the description of the route', () => {
  const described = operation('POST /effects', routes['POST /effects']);
  expect(described.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: true }]);
  expect(described.responses).toHaveProperty('201.headers.Idempotency-Replayed');
});

it('needs one transaction and a person', () => {
  const spec = { ...routes['POST /effects'], ownTransaction: true } as const;
  expect(() => registerRoute(kit.server, kit.app, { key: 'POST /x', spec, handler: takeEffect })).toThrow(
    'one transaction',
  );
});
