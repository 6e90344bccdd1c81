import type { NotificationData } from '../../../contract/notification-kinds.ts';
import type { DefaultedJson, NullableTime, Time } from '../columns.ts';

export type NotificationsTable = {
  id: string;
  user_id: string;
  kind: string;
  /** Null: about nothing that could be opened. */
  resource: string | null;
  record_id: string | null;
  label: string;
  data: DefaultedJson<NotificationData>;
  at: Time;
  read_at: NullableTime;
};

export type NotificationChoicesTable = { user_id: string; kind: string; page: boolean; mail: boolean };
