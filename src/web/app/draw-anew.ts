const key = 'ambit.notice';

/** Loads the whole page again, so that nothing of the person, or notation, it was drawn for stays in its memory. */
export function drawAnew(address: string, notice?: Notice): void {
  if (notice) sessionStorage.setItem(key, notice);
  window.location.assign(address);
}

export type Notice = 'formats' | 'exited' | 'login-as/ended' | 'session/other-person';

/** Says, once, why the page was loaded again. */
export function sayNotice(): void {
  const notice = sessionStorage.getItem(key);
  if (notice === null) return;
  sessionStorage.removeItem(key);
  // The page itself is there without it.
  void import('./notices.ts').then((module) => module.say(notice)).catch(() => undefined);
}
