/** Every problem the API answers: code -> HTTP status and title. The list is closed and documented. */
export const problems = {
  'request/invalid': { status: 422, title: 'Some fields need another value' },
  'request/malformed': { status: 400, title: 'The request can not be read' },
  'request/too-large': { status: 413, title: 'The request is too large' },
  'request/unsupported-media-type': { status: 415, title: 'This content type is not accepted' },
  'request/cross-site': { status: 403, title: 'Requests from another site are refused' },
  'request/too-many': { status: 429, title: 'Too many requests; try again a little later' },
  'request/version-required': { status: 428, title: 'Say which version the change was made from' },
  'request/version-moved': { status: 409, title: 'Somebody else changed this in the meantime' },
  'idempotency/key-required': { status: 400, title: 'Name this attempt in the header Idempotency-Key' },
  'idempotency/key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
  },
  'idempotency/in-flight': { status: 409, title: 'The same request is still being answered' },
  'session/required': { status: 401, title: 'Sign in to go on' },
  'session/other-person': { status: 409, title: 'This browser works as somebody else by now' },
  'session/refused': { status: 401, title: 'E-mail address or password is wrong' },
  'session/password-wrong': { status: 422, title: 'The current password is wrong' },
  'link/invalid': { status: 410, title: 'This link has expired or was used before' },
  'record/missing': { status: 404, title: 'There is nothing here that you can see' },
  'record/state': { status: 409, title: 'The record is not in a state that allows this' },
  'record/duplicate': { status: 409, title: 'This exists already' },
  'access/user-not-active': { status: 403, title: 'Your account is not active' },
  'access/role-ceiling': { status: 403, title: 'Your role can not do this' },
  'access/navigation-hidden': { status: 403, title: 'Your profile does not show this area' },
  'access/level': { status: 403, title: 'Your profile does not give enough access to this' },
  'access/action-not-granted': { status: 403, title: 'Your profile does not grant this action' },
  'access/inside-login-as': { status: 403, title: 'This can not be done while logged in as somebody else' },
  'access/outside-boundary': { status: 403, title: 'Your role can not do this with this record' },
  'access/outside-scope': { status: 403, title: 'Your profile does not reach this record for this action' },
  'access/over-limit': { status: 403, title: 'The amount is above the limit of your profile' },
  'access/record-state': { status: 409, title: 'The record is not in a state that allows this' },
  'access/field': { status: 403, title: 'Your role can not change this field' },
  'confer/own-rights': { status: 403, title: 'Nobody changes their own role or profile' },
  'confer/role-type': { status: 422, title: 'The profile is for another type of role' },
  'confer/role-not-allowed': { status: 403, title: 'You can not give this role' },
  'confer/profile-not-allowed': { status: 403, title: 'You can not give this profile' },
  'confer/exceeds-own-rights': { status: 403, title: 'This would give more than you hold yourself' },
  'confer/outside-boundary': { status: 403, title: 'That person would be outside of what you look after' },
  'login-as/not-allowed': { status: 403, title: 'You can not log in as this person' },
  'login-as/not-active': { status: 409, title: 'This person can not sign in now' },
  'login-as/ended': { status: 401, title: 'Your time as another person is over' },
  'users/last-global-administrator': {
    status: 409,
    title: 'At least one active Global Administrator must remain',
  },
  'profiles/locked': { status: 409, title: 'This profile is locked' },
  'profiles/in-use': { status: 409, title: 'People still have this profile' },
  'profiles/is-default': { status: 409, title: 'New people of a role are given this profile' },
  'organizations/open-balance': { status: 409, title: 'The organization still has an open balance' },
  'billing/moved': { status: 409, title: 'What would be booked is no longer what was shown' },
  'payments/in-progress': { status: 409, title: 'A payment of this invoice is under way' },
  'payment-methods/needed': { status: 409, title: 'A subscription still needs this payment method' },
  'organizations/active-subscription': { status: 409, title: 'The organization still has a subscription' },
  'exports/too-many': { status: 409, title: 'You have three exports under way already' },
  'import/unreadable': { status: 422, title: 'The file can not be read' },
  'server/failed': { status: 500, title: 'Something went wrong on our side' },
  'server/not-ready': { status: 503, title: 'Not ready yet' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** One field that was refused, named as in the request. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}
