import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import type { Database } from '../db/database.ts';
import { createMailQueue } from './create-mail-queue.ts';
import type { MailQueue } from './mail-queue.ts';

const mail = {
  to: 'ada@example.com',
  template: 'test',
  subject: 'Zażółć',
  text: 'See https://x.example/reset?token=abc_-9',
};
let db: Database;
let closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  db = await testDatabase();
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  closing = [];
  await db.q.deleteFrom('mails').execute();
});
afterAll(() => db.close());

function queueOver(smtpUrl: string | null): MailQueue {
  const queue = createMailQueue({
    db,
    config: { smtpUrl, mailFrom: 'Ambit <no-reply@example.com>' },
    log: { warn: () => {} },
  });
  closing.push(queue.close);
  return queue;
}

/** A mail server that keeps what it takes; `refusing` makes it turn mails away. */
async function mailServer() {
  const state = { taken: [] as string[], refusing: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (state.refusing) return callback(new Error('not now'));
        state.taken.push(Buffer.concat(chunks).toString());
        callback();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = listening.address() as AddressInfo;
  return { state, url: `smtp://127.0.0.1:${port}` };
}

/** The mails as if they were queued at `createdAt` (ms since 1970) and had been tried so often. */
const tried = (attempts: number, createdAt: number) =>
  db.q
    .updateTable('mails')
    .set({ attempts, created_at: new Date(createdAt) })
    .execute();

const rows = () => db.q.selectFrom('mails').selectAll().execute();

test('without a mail server mails stay in the outbox, readable', async () => {
  const queue = queueOver(null);
  await db.transaction(() => queue.queue(mail));
  await queue.flush();
  expect(await rows()).toMatchObject([{ status: 'outbox', to_address: mail.to, body_text: mail.text }]);
});

test('a mail leaves after the commit, and its link is not kept', async () => {
  const { state, url } = await mailServer();
  const queue = queueOver(url);
  await db.transaction(async () => {
    await queue.queue(mail);
    expect(state.taken).toEqual([]);
  });
  await vi.waitFor(async () => expect(await rows()).toMatchObject([{ status: 'sent', attempts: 1 }]), {
    timeout: 40_000,
  });
  expect(state.taken).toHaveLength(1);
  expect(state.taken[0]).toContain('abc_-9');
  expect((await rows())[0]?.body_text).toBe('See https://x.example/reset?token=...');
});

test('a mail of a transaction that fails is never sent', async () => {
  const { state, url } = await mailServer();
  const queue = queueOver(url);
  const failing = db.transaction(async () => {
    await queue.queue(mail);
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  await queue.flush();
  expect(await rows()).toEqual([]);
  expect(state.taken).toEqual([]);
});

test('a refused mail is tried again later, and in the end has failed', async () => {
  const { state, url } = await mailServer();
  state.refusing = true;
  const queue = queueOver(url);
  await queue.queue(mail);
  await queue.flush();
  expect((await rows())[0]?.attempts).toBeGreaterThanOrEqual(1);
  // Its age is set, never waited for: a machine that stands still for half a minute makes a mail due.
  await tried(1, Date.now() + 3_600_000);
  await queue.flush();
  expect(await rows()).toMatchObject([{ status: 'queued', attempts: 1 }]);
  await tried(1, Date.now() - 40_000);
  await queue.flush();
  expect(await rows()).toMatchObject([
    { status: 'queued', attempts: 2, error: expect.stringContaining('not now') },
  ]);
  await tried(6, 0);
  await queue.flush();
  expect(await rows()).toMatchObject([{ status: 'failed', attempts: 7 }]);
  state.refusing = false;
  await queue.flush();
  expect(state.taken).toEqual([]);
});

test('two queues over one database send each mail once', async () => {
  const { state, url } = await mailServer();
  const queues = [queueOver(url), queueOver(url)];
  await db.transaction(async () => {
    for (let n = 0; n < 6; n += 1) await queueOver(null).queue({ ...mail, subject: `Mail ${n}` });
    await db.q.updateTable('mails').set({ status: 'queued' }).execute();
  });
  if (db.engine === 'embedded') await queues[0]?.flush();
  else await Promise.all(queues.map((queue) => queue.flush()));
  expect(state.taken).toHaveLength(6);
  expect((await rows()).every((row) => row.status === 'sent')).toBe(true);
});
