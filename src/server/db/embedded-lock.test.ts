import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { DataDirectoryInUse, lockDataDirectory } from './embedded-lock.ts';

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ambit-lock-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process of its own that tries for the lock, says how that went, and stays. */
async function contender(dataDir: string): Promise<{ child: ChildProcess; answer: unknown }> {
  const script = join(folder, 'contender.mjs');
  const lockModule = new URL('./embedded-lock.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { lockDataDirectory } from ${JSON.stringify(lockModule)};
    try { lockDataDirectory(${JSON.stringify(dataDir)}); process.send('locked'); }
    catch (error) { process.send(error.name); }
    setInterval(() => {}, 1000);`,
  );
  const child = fork(script, { execArgv: [] });
  children.push(child);
  const [answer] = await once(child, 'message');
  return { child, answer };
}

test('a directory in use is refused, naming the process and the way out', async () => {
  const dataDir = join(folder, 'data');
  const { child } = await contender(dataDir);
  const attempt = openDatabase({ kind: 'embedded', dataDir });
  await expect(attempt).rejects.toThrow(DataDirectoryInUse);
  await expect(attempt).rejects.toThrow(`process ${child.pid}`);
  await expect(attempt).rejects.toThrow('Stop that process first');
});

test('after kill -9 exactly one of several takes over', async () => {
  const dataDir = join(folder, 'data');
  const { child, answer } = await contender(dataDir);
  expect(answer).toBe('locked');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const contenders = await Promise.all([1, 2, 3, 4].map(() => contender(dataDir)));
  expect(contenders.filter((one) => one.answer === 'locked')).toHaveLength(1);
}, 180_000);

test('released is free, also within one process', () => {
  const release = lockDataDirectory(folder);
  expect(() => lockDataDirectory(folder)).toThrow(DataDirectoryInUse);
  release();
  release();
  lockDataDirectory(folder)();
});

test('a database in a directory keeps its rows and gives the directory back when closed', async () => {
  const dataDir = join(folder, 'data');
  const first = await openDatabase({ kind: 'embedded', dataDir });
  await expect(openDatabase({ kind: 'embedded', dataDir })).rejects.toThrow(DataDirectoryInUse);
  await first.script('create table kept (n int); insert into kept values (1)');
  await first.close();
  const second = await openDatabase({ kind: 'embedded', dataDir });
  expect(await second.raw('select n from kept')).toEqual([{ n: 1 }]);
  await second.close();
});
