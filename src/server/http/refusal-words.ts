import type { Decision } from '../../access/decide.ts';
import { catalog, groupOf, permissionSpec, resourceSpec } from '../../catalog/catalog.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import type { Problem } from './problem.ts';

/** Why something was refused, in one sentence: the first step that failed. Nothing in it comes from the record. */
export function whyRefused({ code, status, particulars }: Problem): string | undefined {
  // A hidden record is answered in the words of a missing one.
  if (status === 404) return undefined;
  const { refusal } = particulars;
  return (refusal?.decision && ofDecision(refusal.decision)) ?? general[code];
}

function ofDecision({ permission, failed }: Decision): string | undefined {
  const { resource, verb, action } = permissionSpec(permission);
  const { label } = resourceSpec(resource);
  const what = `“${label}: ${action?.label ?? (verb === 'edit' ? 'Edit' : 'View')}”`;
  switch (failed) {
    case null:
      return undefined;
    case 'user_active':
      return 'Your account is suspended, or was not activated yet.';
    case 'role_ceiling':
      return `${what} is beyond your role, whatever a profile says.`;
    case 'navigation':
      return `Your profile hides the area “${catalog[groupOf(resource)].label}”, to which “${label}” belongs.`;
    case 'level':
      return `Your profile does not include ${what}.`;
    case 'action':
      return `Your profile does not grant ${what}.`;
    case 'login_as':
      return `${what} stays with the person themselves: it is closed while you are logged in as them.`;
    case 'boundary':
      return `With your role, ${what} does not reach this record.`;
    case 'scope':
      return `Your profile grants ${what} for some records; this is not one of them.`;
    case 'limit':
      return `The amount is above what your profile allows for ${what}.`;
    case 'record_state':
      return `${what} is not possible in the state the record is in.`;
  }
}

const general: Partial<Record<ProblemCode, string>> = {
  'access/inside-login-as': 'It stays with the person themselves. Exit first to do it as yourself.',
  'login-as/not-allowed':
    'You can log in as people below your own role whom you look after, never as yourself.',
  'login-as/not-active': 'Only people who could sign in themselves can be logged in as.',
  'access/outside-boundary': 'With your role, this can not be done at that place.',
  'access/field': 'Your role reaches only some fields of this record.',
  'confer/own-rights': 'Somebody else has to change your role, profile or status.',
  'confer/role-not-allowed': 'People with your role and profile do not give this role to anybody.',
  'confer/profile-not-allowed': 'The profile is not among those that you may give.',
  'confer/exceeds-own-rights': 'Nobody gives, or takes over, more than they hold themselves.',
  'confer/outside-boundary': 'You can put people only where you look after them yourself.',
};
