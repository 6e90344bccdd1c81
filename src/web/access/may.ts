import type { Permission } from '../../catalog/catalog.ts';

/** Whether the reader may do this to this record; the server computed it with the row. */
export function may(record: { can: Readonly<Record<string, boolean>> }, permission: Permission): boolean {
  return record.can[permission] ?? false;
}
