import type { Permission } from '../catalog/catalog.ts';

/** Who may call a route. Every route has one; there is no default. */
export type Access =
  | { readonly kind: 'permit'; readonly permission: Permission }
  | { readonly kind: 'signed_in'; readonly because: string }
  | { readonly kind: 'anyone'; readonly because: string };

/** People whose profile grants the permission; on a route with `:id` also over that record. */
export function permit<P extends Permission>(permission: P) {
  return { kind: 'permit', permission } as const;
}

/** Everybody with a session; the reason is part of the reviewed list. */
export function signedIn(because: string) {
  return { kind: 'signed_in', because } as const;
}

/** The public; the reason is part of the reviewed list. */
export function anyone(because: string) {
  return { kind: 'anyone', because } as const;
}
