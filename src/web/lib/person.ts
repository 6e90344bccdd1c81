/** What the API says when a page goes on as somebody else than it was drawn for. */
const codes = ['login-as/ended', 'session/other-person'] as const;
export type PersonChange = (typeof codes)[number];

const listeners = new Set<(change: PersonChange) => void>();
let drawnFor: string | null = null;

/** From now on every request names this person, and is refused when the browser works as another by then. */
export function drawFor(userId: string | null): void {
  drawnFor = userId;
}

export function personHeader(): Record<string, string> {
  return drawnFor === null ? {} : { 'ambit-user': drawnFor };
}

export function isPersonChange(code: string): code is PersonChange {
  return codes.some((known) => known === code);
}

/** Calls back when a request was refused because the person behind the page has changed. */
export function onPersonChange(listener: (change: PersonChange) => void): void {
  listeners.add(listener);
}

export function tellPersonChange(change: PersonChange): void {
  for (const listener of listeners) listener(change);
}
