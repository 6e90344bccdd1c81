import type { GroupKey, ResourceKey } from './catalog.ts';
import type { AccessLevel, Scope } from './define.ts';
import type { RoleType } from './roles.ts';

/** Amount limits in minor units by ISO 4217 currency; a currency that is not named is refused. */
export type Limits = Readonly<Record<string, number>>;

/** What a profile holds of one resource. Scopes only on record-based resources; `edit_scope` only with level Edit. */
export interface ResourceGrant {
  readonly level: AccessLevel;
  readonly view_scope?: Scope | undefined;
  readonly edit_scope?: Scope | undefined;
  readonly actions: readonly string[];
  /** By action key. */
  readonly limits?: Readonly<Record<string, Limits>> | undefined;
}

/** The content of a profile: allow-only. A group that is not listed is hidden; a resource that is not listed has level None. */
export interface ProfileGrants {
  readonly groups: readonly GroupKey[];
  readonly resources: Readonly<Partial<Record<ResourceKey, ResourceGrant>>>;
  /** Profiles (by id; shipped profiles: by key) that its holders may give to the Customer users they invite. */
  readonly may_invite: readonly string[];
}

/** A profile that comes with the product. */
export interface ShippedProfile {
  readonly key: string;
  readonly name: string;
  readonly role_type: RoleType;
  readonly description: string;
  readonly locked?: true;
  readonly grants: ProfileGrants;
}
