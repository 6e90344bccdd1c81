import { type Agent, get } from 'node:http';

/** One request, read to its end; fails unless the answer is 200. */
export function getOk(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
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
