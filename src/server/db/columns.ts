import type { ColumnType, Generated } from 'kysely';

/** Written as `JSON.stringify(value)`: a bare array would reach PostgreSQL as an array, not as JSON. */
export type Json<T> = ColumnType<T, string, string>;
export type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
export type DefaultedJson<T> = ColumnType<T, string | undefined, string>;
/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;
export type Time = ColumnType<Date, Date | string, Date | string>;
export type NullableTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
export type DefaultedTime = ColumnType<Date, Date | string | undefined, Date | string>;
/** A copy the database keeps; whatever is written to it does not stay. */
export type KeptByDatabase<T> = ColumnType<T, never, never>;

/** One cell of an audit row or of a profile version. */
export type FieldChange = { field: string; from: unknown; to: unknown };

/** Who made a row and when, and the version that changes are made from. */
export type Trail = {
  created_by: string | null;
  created_at: DefaultedTime;
  updated_at: DefaultedTime;
  version: Generated<number>;
};

/** What a record that belongs to an organization carries besides: whose it is, as the database copies it. */
export type OfOrganization = {
  organization_id: string;
  partner_id: KeptByDatabase<string | null>;
  account_executive_id: KeptByDatabase<string | null>;
  partner_account_executive_id: KeptByDatabase<string | null>;
};
