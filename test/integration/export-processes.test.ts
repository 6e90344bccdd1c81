import { expect, it, vi } from 'vitest';
import { end, freshInstallation, signIn, startProcess } from '../kit/process.ts';

/** The queue notices after a minute that a server with an entry is gone, and waits half a minute more. */
const patient = { timeout: 200_000, interval: 500 };

it('an export whose server is killed is taken up again by the next, and holds each row once', async () => {
  const { env, remove } = await freshInstallation();
  try {
    const first = await startProcess(env);
    const admin = await signIn(first.url, 'Global Administrator');
    const started = await admin.on(first.url)('POST', '/exports', { resource: 'invoices', query: {} });
    expect(started.status).toBe(202);
    await end(first, 'SIGKILL');
    const second = await startProcess(env);
    const ask = admin.on(second.url);
    const path = `/exports/${String(started.body.id)}`;
    await vi.waitFor(async () => expect((await ask('GET', path)).body.state).toBe('done'), patient);
    const file = await fetch(`${second.url}/api/v1${path}/file.csv`, { headers: { cookie: admin.cookie } });
    const ids = (await file.text())
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.slice(-36));
    const { count } = (await ask('GET', '/invoices/count')).body as { count: number };
    expect([ids.length, new Set(ids).size]).toEqual([count, count]);
    await end(second);
  } finally {
    await remove();
  }
}, 300_000);
