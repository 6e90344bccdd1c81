import { type Answer, type TestApp, tokenOf } from './app.ts';

/** Sends requests as a browser would that is logged in as somebody else: with both cookies. */
export interface Inside {
  readonly token: string;
  readonly cookie: string;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
}

export const reason = 'They asked for help with an invoice';

export function startLoginAs(kit: TestApp, actorId: string, targetId: string, body: unknown = { reason }) {
  return kit.as(actorId, 'POST', `/users/${targetId}/login-as`, body);
}

/** The value that an answer sets for a cookie; '' when it takes it away, undefined when it leaves it. */
export function cookieOf(answer: Answer, name: string): string | undefined {
  const set = [answer.headers['set-cookie'] ?? []].flat().map(String);
  const found = set.find((line) => line.startsWith(`${name}=`));
  return found?.slice(name.length + 1, found.indexOf(';'));
}

/** Logs in as somebody, which must be allowed. */
export async function logInAs(kit: TestApp, actorId: string, targetId: string): Promise<Inside> {
  const answer = await startLoginAs(kit, actorId, targetId);
  const token = cookieOf(answer, 'ambit_login_as');
  if (!token) throw new Error(`Not logged in: ${answer.status} ${answer.text}`);
  return insideOf(kit, actorId, token);
}

export function insideOf(kit: TestApp, actorId: string, token: string): Inside {
  const cookie = `ambit_session=${encodeURIComponent(tokenOf(actorId, kit.app.clock()))}; ambit_login_as=${token}`;
  const send: Inside['send'] = (method, path, body, headers = {}) =>
    kit.as(null, method, path, body, { cookie, ...headers });
  return { token, cookie, send };
}
