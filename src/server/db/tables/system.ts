import type { Generated } from 'kysely';
import type {
  DefaultedJson,
  DefaultedTime,
  FieldChange,
  Json,
  NullableJson,
  NullableTime,
  Time,
} from '../columns.ts';

export type MailsTable = {
  id: string;
  to_address: string;
  subject: string;
  body_text: string;
  template: string;
  status: Generated<'queued' | 'sent' | 'failed' | 'outbox'>;
  attempts: Generated<number>;
  error: string | null;
  created_at: DefaultedTime;
  sent_at: NullableTime;
  attachment_name: string | null;
  /** Kept until it was sent. */
  attachment: Uint8Array | null;
};

export type AuditLogTable = {
  id: string;
  at: DefaultedTime;
  actor_id: string | null;
  actor_name: string;
  subject_id: string | null;
  /** Where that is not the actor: as whom they worked. */
  subject_name: string | null;
  address: string | null;
  request_id: string | null;
  decision_id: string | null;
  item_type: string;
  item_id: string | null;
  item_label: string | null;
  action: string;
  outcome: 'allowed' | 'refused';
  code: string | null;
  changes: DefaultedJson<FieldChange[]>;
  detail: NullableJson<unknown>;
  /** Whose record it is about: of people without an organization their partner. */
  organization_id: string | null;
};

export type CompanySettingsTable = {
  id: Generated<number>;
  name: Generated<string>;
  currency: Generated<string>;
  time_zone: Generated<string>;
  language: Generated<string>;
  support_email: string | null;
  version: Generated<number>;
  updated_at: DefaultedTime;
};

export type ImportsTable = {
  id: string;
  resource: string;
  file_name: string;
  source: string;
  mapping: Json<unknown>;
  date_format: string;
  mode: string;
  status: string;
  result: NullableJson<unknown>;
  created_by: string | null;
  created_at: DefaultedTime;
  row_count: Generated<number>;
  done_count: Generated<number>;
  beat_at: DefaultedTime;
  finished_at: NullableTime;
  reason: string | null;
};

export type ImportVerdictsTable = {
  import_id: string;
  row_number: number;
  verdict: 'create' | 'update' | 'unchanged' | 'refuse';
  label: string;
  fields: DefaultedJson<{ field: string; message: string }[]>;
};

export type ExportsTable = {
  id: string;
  resource: string;
  /** Order and filters, as the list takes them. */
  query: Json<Readonly<Record<string, unknown>>>;
  status: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>;
  /** Where the next page begins; null at the start. */
  place: string | null;
  /** Role and predicate by which its rows were read; null until there are any. */
  read_by: string | null;
  row_count: Generated<number>;
  /** Rows that there were when its first page was written; null until then, and for very many. */
  total_count: number | null;
  part_count: Generated<number>;
  byte_count: Generated<number>;
  /** Times it was taken up since a page was last written. */
  tries: Generated<number>;
  reason: string | null;
  created_by: string;
  created_at: Time;
  beat_at: Time;
  finished_at: NullableTime;
};

/** A page of an export: its records, and the line of each. */
export type ExportPartsTable = {
  export_id: string;
  number: number;
  ids: readonly string[];
  lines: readonly string[];
};

export type IdempotencyKeysTable = {
  user_id: string;
  route: string;
  key: string;
  request_hash: Uint8Array;
  status: number;
  body: string | null;
  created_at: Time;
};

export type JobRunsTable = {
  id: string;
  job: string;
  /** The entry of the queue: tries of one entry have it in common. */
  queue_id: string | null;
  attempt: number;
  cause: 'schedule' | 'run_now' | 'change';
  asked_by: string | null;
  started_at: Time;
  finished_at: NullableTime;
  outcome: Generated<'running' | 'done' | 'failed' | 'interrupted'>;
  counts: DefaultedJson<Record<string, number>>;
  error: string | null;
};
