/** The four role types; every profile is tied to one. */
export const roleTypes = ['admin', 'csr', 'partner', 'customer'] as const;
export type RoleType = (typeof roleTypes)[number];

interface RoleSpec {
  readonly label: string;
  readonly type: RoleType;
  readonly home: string;
  readonly purpose: string;
  /** Higher may manage lower; equal ranks never manage each other through log in as. */
  readonly rank: number;
}

/** The six roles, fixed in code: the broad experience of a person and the boundary of what they can reach. */
export const roles = {
  customer: {
    label: 'Customer',
    type: 'customer',
    home: 'Customer Hub',
    purpose: 'Manages the account of the organization they belong to.',
    rank: 1,
  },
  partner_account_executive: {
    label: 'Partner Account Executive',
    type: 'partner',
    home: 'Partner Hub',
    purpose: 'Sells for a partner and looks after customer accounts of that partner.',
    rank: 2,
  },
  partner_administrator: {
    label: 'Partner Administrator',
    type: 'partner',
    home: 'Partner Hub',
    purpose: 'Runs a partner: all of its customer accounts and its account executives.',
    rank: 3,
  },
  account_executive: {
    label: 'Account Executive',
    type: 'csr',
    home: 'Sales & Support Hub',
    purpose: 'Sells to and supports customers and partners on behalf of the company.',
    rank: 4,
  },
  system_administrator: {
    label: 'System Administrator',
    type: 'admin',
    home: 'Admin platform',
    purpose: 'Administers the portal within the limits of an Admin profile.',
    rank: 5,
  },
  global_administrator: {
    label: 'Global Administrator',
    type: 'admin',
    home: 'Admin platform',
    purpose: 'Holds every permission and cannot be narrowed; at least one is always active.',
    rank: 6,
  },
} as const satisfies Record<string, RoleSpec>;

export type Role = keyof typeof roles;

/** The role keys, from the narrowest to the widest. */
export const roleKeys = Object.keys(roles) as readonly Role[];

/** The roles that belong to one role type. */
export function rolesOfType(type: RoleType): Role[] {
  return roleKeys.filter((role) => roles[role].type === type);
}

/** Words for the role types, as pages show them. */
export const roleTypeLabels: Record<RoleType, string> = {
  admin: 'Admin',
  csr: 'CSR',
  partner: 'Partner',
  customer: 'Customer',
};

/** Fields that tell a seller what a subscription is worth to the company: they are nobody else's business. */
export const sellerFigures = ['mrr', 'tcv'] as const;

/** Whether a role can reach records of more than one organization, so that lists say whose each is. */
export function reachesSeveral(role: Role): boolean {
  return roles[role].type !== 'customer';
}

/** Whether a role is shown {@link sellerFigures}: everybody who sells, and so no customer. */
export function seesSellerFigures(role: Role): boolean {
  return roles[role].type !== 'customer';
}
