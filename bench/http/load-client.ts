import { Agent } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { getOk } from './get-ok.ts';

export interface LoadTask {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly connections: number;
  readonly milliseconds: number;
}

export type LoadAnswer = { perSecond: number; answered: number } | { error: string };

const agents = new Map<string, Agent>();

function agentOf(url: string, connections: number): Agent {
  const { origin } = new URL(url);
  const known = agents.get(origin) ?? new Agent({ keepAlive: true, maxSockets: connections });
  agents.set(origin, known);
  return known;
}

/** As many requests as so many connections get answered in the time. */
async function load(task: LoadTask): Promise<number> {
  const until = performance.now() + task.milliseconds;
  let answered = 0;
  const connection = async () => {
    while (performance.now() < until) {
      await getOk(task.url, task.headers, agentOf(task.url, task.connections));
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: task.connections }, connection));
  return answered;
}

parentPort?.on('message', async (task: LoadTask) => {
  try {
    const start = performance.now();
    const answered = await load(task);
    say({ answered, perSecond: (answered / (performance.now() - start)) * 1000 });
  } catch (error) {
    say({ error: String(error) });
  }
});

function say(answer: LoadAnswer): void {
  parentPort?.postMessage(answer);
}
