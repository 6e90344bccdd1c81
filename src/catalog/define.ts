import type { Role, RoleType } from './roles.ts';

/** Which records a level reaches, inside the boundary of the role. Ordered from narrow to wide. */
export const scopes = ['created', 'created_or_assigned', 'all'] as const;
export type Scope = (typeof scopes)[number];

export type AccessLevel = 'view' | 'edit';
export type Level = 'none' | AccessLevel;

/** A rule about one person's records, before that person is known. `subject` names the person's property to compare with. */
export type Template =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | {
      readonly kind: 'equals';
      readonly column: string;
      readonly subject: 'userId' | 'organizationId' | 'partnerId';
    }
  | { readonly kind: 'one_of'; readonly column: string; readonly values: readonly string[] }
  /** A boolean column that is true. */
  | { readonly kind: 'flagged'; readonly column: string }
  /** Everything or nothing: whether the person belongs to an organization or a partner at all. */
  | { readonly kind: 'belongs'; readonly subject: 'organizationId' | 'partnerId' }
  | { readonly kind: 'all'; readonly of: readonly Template[] }
  | { readonly kind: 'any'; readonly of: readonly Template[] };

/** How the records of one resource are reached: boundary per role, and the columns that mean "assigned to". */
export interface RecordAccess {
  readonly boundary: Readonly<Record<Role, Template>>;
  /** The boundary of a role as long as it does not hold Edit, where that is narrower: what is not out yet is for those who write it. */
  readonly readers?: Readonly<Partial<Record<Role, Template>>>;
  readonly assigned: Readonly<Partial<Record<RoleType, readonly string[]>>>;
  /** Records that count as assigned to everybody of a role type: those of the organization they work for. */
  readonly shared?: Readonly<Partial<Record<RoleType, Template>>>;
}

export interface ActionSpec {
  /** The level that must be held; its record scope is the reach of the action. */
  readonly needs: AccessLevel;
  readonly label: string;
  readonly says: string;
  /** Verb and object for the generated summary, where label and resource together do not make one. */
  readonly phrase?: string;
  /** Makes a new record, so there is no record to match a scope against. */
  readonly creates?: true;
  /** Takes an amount limit per currency, in minor units. */
  readonly limited?: true;
}

/** The most one role can ever hold of a resource. */
export interface Ceiling {
  readonly level: AccessLevel;
  readonly actions: readonly string[];
  /** Narrows single levels or actions to certain records, beyond the boundary. */
  readonly reach?: Readonly<Record<string, Template>>;
  /** Edit covers these fields only; absent = every editable field. */
  readonly editFields?: readonly string[];
  /** The same over records of the organization that a partner's people work for; absent = as elsewhere. */
  readonly ownEditFields?: readonly string[];
}

export interface ResourceSpec {
  readonly label: string;
  /** One record of it, lower case, as in "Edit organization". */
  readonly one: string;
  readonly says: string;
  /** The columns that say which record this is, in the audit log; `name` unless said otherwise. */
  readonly called?: readonly string[];
  readonly levels: readonly AccessLevel[];
  readonly actions: Readonly<Record<string, ActionSpec>>;
  /** A missing role can hold nothing. */
  readonly ceiling: Readonly<Partial<Record<Role, Ceiling>>>;
  readonly records?: RecordAccess;
}

export interface GroupSpec {
  readonly label: string;
  readonly resources: Readonly<Record<string, ResourceSpec>>;
}

/** Declares one navigation group; the literal types of what is declared are kept. */
export function defineGroup<const G extends GroupSpec>(group: G): G {
  return group;
}

/** The action of a list that can be downloaded. */
export const exportsList = {
  needs: 'view',
  label: 'Export',
  says: 'Download the list as CSV.',
} as const satisfies ActionSpec;

const always: Template = { kind: 'always' };
const inOwnOrganization: Template = { kind: 'equals', column: 'organization_id', subject: 'organizationId' };
const inOwnCohort: Template = { kind: 'equals', column: 'partner_id', subject: 'partnerId' };
const ofOwnPartner: Template = { kind: 'equals', column: 'organization_id', subject: 'partnerId' };

/** The boundary and assignment that every record belonging to an organization has. */
export const organizationRecords = {
  boundary: {
    customer: inOwnOrganization,
    partner_account_executive: inOwnCohort,
    partner_administrator: inOwnCohort,
    account_executive: always,
    system_administrator: always,
    global_administrator: always,
  },
  assigned: { csr: ['account_executive_id'], partner: ['partner_account_executive_id'] },
  shared: { partner: ofOwnPartner },
} as const satisfies RecordAccess;

/** What administrators can hold of a resource: everything it declares. */
export function everything(actions: readonly string[], level: AccessLevel = 'edit') {
  const ceiling: Ceiling = { level, actions };
  return { system_administrator: ceiling, global_administrator: ceiling };
}
