import { Agent, get } from 'node:http';
import { parentPort } from 'node:worker_threads';

/** One question: several addresses are asked at once, as a page does, and it is answered when all are. */
export interface AskTask {
  readonly urls: readonly string[];
  readonly cookie: string;
  readonly times: number;
}

export type AskAnswer = { milliseconds: number[] } | { error: string };

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

function once(url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie }, agent }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`HTTP ${response.statusCode} from ${url}`)),
      );
    }).on('error', reject);
  });
}

async function ask({ urls, cookie, times }: AskTask): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    await Promise.all(urls.map((url) => once(url, cookie)));
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
