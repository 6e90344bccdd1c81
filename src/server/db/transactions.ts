import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engine, Session } from './engine.ts';
import type { Fence } from './fence.ts';
import { isStalePlan } from './postgres-engine.ts';

const attempts = 5;

type Effect = () => void | Promise<void>;

type Open = {
  session: Session;
  over: boolean;
  /** The first error of a statement: from then on PostgreSQL would answer `commit` with a silent rollback. */
  failed: { error: unknown } | undefined;
  effects: Effect[];
  savepoints: number;
  fence: string | undefined;
};

export type Transactions = {
  /** The running transaction's connection (its release does nothing), or one to release after use. */
  session(): Promise<Session>;
  run<T>(work: () => Promise<T>): Promise<T>;
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  fenced<T>(fence: Fence, work: () => Promise<T>): Promise<T>;
  afterCommit(effect: Effect): void;
};

export function createTransactions(engine: Engine, onEffectError: (error: unknown) => void): Transactions {
  const carried = new AsyncLocalStorage<Open>();

  function current(): Open | undefined {
    const open = carried.getStore();
    if (open?.over) throw new Error('This transaction is over: something in it was not awaited.');
    return open;
  }

  async function outermost<T>(begin: string, fence: string | undefined, work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { result, effects } = await once(engine, carried, begin, fence, work);
        await runEffects(effects, onEffectError);
        return result;
      } catch (error) {
        if (attempt === attempts || !isRetryable(error)) throw error;
        await delay(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  return {
    session: async () => current()?.session ?? (await engine.acquire()),
    run: (work) => (current() === undefined ? outermost('begin', undefined, work) : work()),
    savepoint: (work) => {
      const open = current();
      return open === undefined ? outermost('begin', undefined, work) : withSavepoint(open, work);
    },
    fenced: (fence, work) => {
      const open = current();
      if (open === undefined) return outermost(`begin; ${fence.enter}`, fence.key, work);
      return withFence(open, fence, work);
    },
    afterCommit: (effect) => {
      const open = current();
      if (open === undefined) void runEffects([effect], onEffectError);
      else open.effects.push(effect);
    },
  };
}

async function runEffects(
  effects: readonly Effect[],
  onEffectError: (error: unknown) => void,
): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      onEffectError(error);
    }
  }
}

async function once<T>(
  engine: Engine,
  carried: AsyncLocalStorage<Open>,
  begin: string,
  fence: string | undefined,
  work: () => Promise<T>,
): Promise<{ result: T; effects: Effect[] }> {
  const session = await engine.acquire();
  const open: Open = { session, over: false, failed: undefined, effects: [], savepoints: 0, fence };
  open.session = watched(session, open);
  let broken = false;
  try {
    await session.script(begin);
    const result = await carried.run(open, work);
    if (open.failed !== undefined) throw swallowed(open.failed.error);
    open.over = true;
    await session.script('commit');
    return { result, effects: open.effects };
  } catch (error) {
    open.over = true;
    await session.script('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    session.release(broken);
  }
}

/** Notices failed statements; and release is the transaction's, not the statement's. */
function watched(session: Session, open: Open): Session {
  async function watch<T>(statement: () => Promise<T>): Promise<T> {
    if (open.over) throw new Error('This transaction is over: something in it was not awaited.');
    try {
      return await statement();
    } catch (error) {
      open.failed ??= { error };
      throw error;
    }
  }
  return {
    query: (text, values) => watch(() => session.query(text, values)),
    script: (text) => watch(() => session.script(text)),
    release: () => {},
  };
}

async function withSavepoint<T>(open: Open, work: () => Promise<T>): Promise<T> {
  open.savepoints += 1;
  const name = `ambit_${open.savepoints}`;
  const effects = open.effects.length;
  await open.session.script(`savepoint ${name}`);
  try {
    const result = await work();
    await open.session.script(`release savepoint ${name}`);
    return result;
  } catch (error) {
    await open.session.script(`rollback to savepoint ${name}`);
    open.effects.length = effects;
    // A conflict is for the whole transaction to try again, whatever the caller makes of the error.
    open.failed = isRetryable(error) ? { error } : undefined;
    throw error;
  }
}

async function withFence<T>(open: Open, fence: Fence, work: () => Promise<T>): Promise<T> {
  if (open.fence === fence.key) return work();
  if (open.fence !== undefined) throw new Error('This transaction is behind the fence of another boundary.');
  await open.session.script(fence.enter);
  open.fence = fence.key;
  try {
    return await work();
  } finally {
    if (open.failed === undefined) await open.session.script(fence.leave);
    open.fence = undefined;
  }
}

function swallowed(error: unknown): unknown {
  if (isRetryable(error)) return error;
  return new Error('A statement failed in this transaction and nobody said so; all of it was undone.', {
    cause: error,
  });
}

/** The conflicts after which the same work can succeed: serialization failure, deadlock, a plan out of date. */
function isRetryable(error: unknown): boolean {
  if (isStalePlan(error)) return true;
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}
