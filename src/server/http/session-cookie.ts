import type { Config } from '../config.ts';

/** The person's own session. */
export const sessionCookie = 'ambit_session';
/** Beside it, while they are logged in as somebody else. It opens nothing without the session it was started from. */
export const loginAsCookie = 'ambit_login_as';

export function cookieOptions({ baseUrl }: Pick<Config, 'baseUrl'>) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: baseUrl.startsWith('https:') } as const;
}
