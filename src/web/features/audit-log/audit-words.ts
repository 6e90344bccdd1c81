import { itemTypeLabel } from '../../access/action-label.ts';
import { auditTexts } from '../../texts/audit-log.ts';

const types: Readonly<Record<string, string>> = auditTexts.itemTypes;

/** The kind of thing that an entry is about. */
export function typeLabel(type: string): string {
  return types[type] ?? itemTypeLabel(type);
}
