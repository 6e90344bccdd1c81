import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { end, freshInstallation, type Process, signIn, startProcess, startRefused } from '../kit/process.ts';

const embedded = process.env.AMBIT_TEST_ENGINE !== 'postgres';
const killRounds = 25;

/** Adds organizations until the server dies; answers the names that it acknowledged. */
async function writeUntilDead(server: Process, round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const admin = (await signIn(server.url, 'Global Administrator')).on(server.url);
  const writer = async (lane: number) => {
    for (let index = 0; index < 10_000; index += 1) {
      const name = `Round ${round} lane ${lane} number ${index}`;
      const answer = await admin('POST', '/organizations', { name }).catch(() => null);
      if (answer === null) return;
      if (answer.status === 201) acknowledged.push(name);
      else if (answer.status !== 429) throw new Error(`unexpected ${answer.status}`);
      else await sleep(50);
    }
  };
  const writing = Promise.all([writer(1), writer(2), writer(3)]);
  // The moment is chosen by what was written, so that a slow machine kills in the middle of the work too.
  const enough = 2 + (round % 7);
  const deadline = Date.now() + 20_000;
  while (acknowledged.length < enough && Date.now() < deadline) await sleep(1);
  await sleep((round * 37) % 50);
  await end(server, 'SIGKILL');
  await writing;
  return acknowledged;
}

describe('a killed process', () => {
  it(`loses nothing that it acknowledged, in ${killRounds} rounds`, async () => {
    const { env, remove } = await freshInstallation();
    try {
      const promised: string[] = [];
      for (let round = 1; round <= killRounds; round += 1) {
        promised.push(...(await writeUntilDead(await startProcess(env), round)));
      }
      const server = await startProcess(env);
      const admin = (await signIn(server.url, 'Global Administrator')).on(server.url);
      const kept = new Set<string>();
      let after = '';
      do {
        const page = await admin('GET', `/organizations?limit=200&q=Round${after}`);
        for (const row of page.body.items as { name: string }[]) kept.add(row.name);
        after = page.body.next === null ? '' : `&after=${String(page.body.next)}`;
      } while (after !== '');
      expect(promised.length).toBeGreaterThan(killRounds);
      expect(promised.filter((name) => !kept.has(name))).toEqual([]);
      await end(server);
    } finally {
      await remove();
    }
  }, 600_000);
});

describe.runIf(embedded)('a second process on one data directory', () => {
  it('is refused with the reason, and may come after the first has ended', async () => {
    const { env, remove } = await freshInstallation();
    try {
      const first = await startProcess(env);
      const refused = await startRefused(env);
      expect(refused.code).not.toBe(0);
      expect(refused.output).toContain(String(first.child.pid));
      await end(first);
      await end(await startProcess(env));
    } finally {
      await remove();
    }
  }, 120_000);
});

describe.runIf(!embedded)('two server processes on one PostgreSQL', () => {
  it('bind a change of profile, assignment and status on the very next request to the other', async () => {
    const { env, remove } = await freshInstallation();
    const nodes: Process[] = [];
    try {
      const one = await startProcess(env);
      nodes.push(one);
      const two = await startProcess(env);
      nodes.push(two);
      const admin = (await signIn(one.url, 'Global Administrator')).on(one.url);
      const junior = (await signIn(two.url, 'CSR Junior')).on(two.url);
      expect((await junior('GET', '/contacts')).status).toBe(200);

      const profiles = (await admin('GET', '/profiles')).body.items as { id: string; name: string }[];
      const id = profiles.find(({ name }) => name === 'CSR Junior')?.id;
      const profile = (await admin('GET', `/profiles/${id}`)).body as {
        version: number;
        grants: { groups: string[] };
      };
      const grants = { ...profile.grants, groups: profile.grants.groups.filter((group) => group !== 'crm') };
      const saved = await admin(
        'PATCH',
        `/profiles/${id}`,
        { grants },
        { 'if-match': `"${profile.version}"` },
      );
      expect(saved.status, JSON.stringify(saved.body)).toBe(200);
      expect((await junior('GET', '/contacts')).status).toBe(403);

      const me = (await junior('GET', '/me')).body as { id: string };
      expect((await admin('POST', `/users/${me.id}/suspend`, {})).status).toBe(200);
      expect((await junior('GET', '/me')).status).toBe(401);
    } finally {
      for (const node of nodes) await end(node);
      await remove();
    }
  }, 120_000);
});
