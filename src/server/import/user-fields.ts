import { type Role, roleKeys, roles } from '../../catalog/roles.ts';
import { userCreate } from '../../contract/users.ts';
import { plainWords } from '../http/plain-words.ts';
import { type CellProblem, field, type ImportField } from './importer.ts';

/** Labelled as the columns of the usual export of users, so that such a file needs no mapping by hand. */
export const userFields: readonly ImportField[] = [
  field('role', 'role', 'The role by name, such as Account Executive.', true),
  field('first_name', 'firstName', 'First name.', true),
  field('last_name', 'lastName', 'Last name.', true),
  field(
    'username',
    'username',
    'The e-mail address to sign in with; finds the user again at the next import.',
    true,
  ),
  field(
    'amendment_date_alignment',
    'amendmentDateAlignment',
    'immediate, next billing period or end of term.',
  ),
  field('user_profile', 'userProfile', 'The profile by name.', true),
  field('activated', 'activated', 'TRUE lets a new user sign in at once; otherwise they are invited.'),
  field('notice_to_user', 'noticeToUser', 'TRUE sends a new user a mail with a link to set a password.'),
  field('reset_password', 'resetPassword', 'TRUE sends a new user a link to set a password of their own.'),
  field('password', 'password', 'For new users; at least 12 characters. Users who exist keep theirs.'),
  field('confirm_password', 'confirmPassword', 'The same password again.'),
  field('partner', 'partner', 'For partner roles: the partner by name, number or external id.'),
  field(
    'sales_rep',
    'salesRep',
    'For Partner Account Executives: the e-mail address of their Partner Administrator.',
  ),
  field('organization', 'organization', 'For customers: their organization by name, number or external id.'),
];

type Alignment = 'immediate' | 'next_billing_period' | 'end_of_term';

export interface UserValues {
  readonly role: Role;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  /** Absent when the cell is empty. */
  readonly effective_date_alignment?: Alignment;
  readonly profile: string;
  readonly activated: boolean;
  readonly mail: boolean;
  readonly password: string;
  readonly partner: string;
  readonly salesRep: string;
  readonly organization: string;
}

type Cells = Readonly<Record<string, string>>;

const names = userCreate.pick({ first_name: true, last_name: true, email: true });
const alignments: Readonly<Record<string, Alignment>> = {
  immediate: 'immediate',
  immediately: 'immediate',
  nextbillingperiod: 'next_billing_period',
  endofterm: 'end_of_term',
};
const flags: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
  '': false,
};

/** The values of one row, or everything that is wrong with its cells. */
export function readUser(cells: Cells): UserValues | readonly CellProblem[] {
  const problems: CellProblem[] = [];
  const role = roleOf(cells.role ?? '');
  if (!role) problems.push({ field: 'role', message: 'There is no such role' });
  const named = { first_name: cells.first_name, last_name: cells.last_name, email: cells.username };
  const parsed = names.safeParse(named, { error: plainWords });
  for (const { path, message } of parsed.error?.issues ?? []) {
    problems.push({ field: path[0] === 'email' ? 'username' : String(path[0]), message });
  }
  const alignment = word(cells.amendment_date_alignment);
  const aligned = Object.hasOwn(alignments, alignment) ? alignments[alignment] : undefined;
  if (alignment !== '' && !aligned) {
    problems.push({
      field: 'amendment_date_alignment',
      message: 'Must be immediate, next billing period or end of term',
    });
  }
  if (!cells.user_profile) problems.push({ field: 'user_profile', message: 'Must not be empty' });
  problems.push(...flagProblems(cells), ...passwordProblems(cells));
  if (problems.length > 0 || !role || !parsed.success) return problems;
  return {
    ...parsed.data,
    role,
    ...(aligned ? { effective_date_alignment: aligned } : {}),
    profile: cells.user_profile ?? '',
    activated: flag(cells.activated),
    mail: flag(cells.notice_to_user) || flag(cells.reset_password),
    password: cells.password ?? '',
    partner: cells.partner ?? '',
    salesRep: cells.sales_rep ?? '',
    organization: cells.organization ?? '',
  };
}

function flagProblems(cells: Cells): CellProblem[] {
  return ['activated', 'notice_to_user', 'reset_password']
    .filter((name) => !Object.hasOwn(flags, word(cells[name])))
    .map((name) => ({ field: name, message: 'Must be TRUE or FALSE' }));
}

/** Says what is wrong without repeating the password. */
function passwordProblems({ password = '', confirm_password }: Cells): CellProblem[] {
  if (password !== '' && [...password].length < 12) {
    return [{ field: 'password', message: 'Must have at least 12 characters' }];
  }
  if (password.length > 200) return [{ field: 'password', message: 'Must have at most 200 characters' }];
  if (confirm_password !== undefined && confirm_password !== password) {
    return [{ field: 'confirm_password', message: 'Is not the same as the password' }];
  }
  return [];
}

function flag(text: string | undefined): boolean {
  return flags[word(text)] ?? false;
}

function roleOf(text: string): Role | undefined {
  return roleKeys.find((key) => word(key) === word(text) || word(roles[key].label) === word(text));
}

/** Letters and digits in lower case: `End of Term` and `end_of_term` are one word. */
export function word(text: string | undefined): string {
  return (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
