import { Agent } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { getOk } from '../http/get-ok.ts';

/** One question: several addresses are asked at once, as a page does, and it is answered when all are. */
export interface AskTask {
  readonly urls: readonly string[];
  readonly cookie: string;
  readonly times: number;
}

export type AskAnswer = { milliseconds: number[] } | { error: string };

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

async function ask({ urls, cookie, times }: AskTask): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    await Promise.all(urls.map((url) => getOk(url, { cookie }, agent)));
    taken.push(performance.now() - start);
  }
  return taken;
}

parentPort?.on('message', async (task: AskTask) => {
  try {
    say({ milliseconds: await ask(task) });
  } catch (error) {
    say({ error: String(error) });
  }
});

function say(answer: AskAnswer): void {
  parentPort?.postMessage(answer);
}
